package io.dawsos.portfolio.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** A file that only its owner can read (mode 0600), written once. */
public final class PrivateFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private PrivateFile() {}

    /**
     * Reads the file, or makes it. Of several processes that make it at once one wins, and all read the winner's.
     *
     * @throws IOException also when others could read the file
     */
    public static String readOrCreate(Path folder, String name, Supplier<String> content) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            create(folder, file, content.get());
        }
        refuseIfOthersCanRead(file);
        return Files.readString(file);
    }

    /** Written under another name first, so that nobody ever reads half of it. */
    private static void create(Path folder, Path file, String content) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "draft", ".new", attributes(folder));
        try {
            Files.writeString(draft, content);
            Files.createLink(file, draft); // unlike a move, this refuses to replace
        } catch (FileAlreadyExistsException e) {
            return; // another process was first: its content counts
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] attributes(Path folder) throws IOException {
        return posix(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static void refuseIfOthersCanRead(Path file) throws IOException {
        if (!posix(file)) {
            return;
        }
        Set<PosixFilePermission> granted = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        if (!OWNER_ONLY.containsAll(granted)) {
            throw new IOException("%s may be read by others (%s); run: chmod 600 %s"
                    .formatted(file, PosixFilePermissions.toString(granted), file));
        }
    }

    private static boolean posix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
