package io.dawsos.portfolio.beancount;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one ledger, within their limits. */
final class SourceFiles {

    private final Path folder;
    private final Limits limits;
    private final SortedMap<String, String> hashes = new TreeMap<>();
    private long bytes;

    /** @param folder the main file's, with no link in it */
    SourceFiles(Path folder, Limits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    String name(Path file) {
        Path parent = folder.getFileName();
        return (parent == null ? "" : parent + "/") + path(file);
    }

    boolean isLoaded(Path file) {
        return hashes.containsKey(path(file));
    }

    /** The files that a pattern stands for, in the order of their names; at least one, and none outside the folder. */
    List<Path> matching(Path from, String pattern, Place at) throws SyntaxException {
        List<Path> real = new ArrayList<>();
        try {
            for (Path found : new IncludePattern(from, pattern, limits.files()).files()) {
                real.add(inside(found.toRealPath(), at));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new SyntaxException(at, "\"%s\" cannot be looked for: %s".formatted(pattern, e.getMessage()));
        }
        if (real.isEmpty()) {
            throw new SyntaxException(at, "\"%s\" stands for no file".formatted(pattern));
        }
        return real;
    }

    private Path inside(Path file, Place at) throws SyntaxException {
        if (!file.startsWith(folder)) {
            throw new SyntaxException(at, "an included file lies in the main file's folder or below it");
        }
        return file;
    }

    /** @throws SyntaxException at the place that includes it, or in it where its text is none */
    SourceFile load(Path file, Place included) throws SyntaxException {
        byte[] read = read(file, included);
        String hash = HexFormat.of().formatHex(sha256().digest(read));
        hashes.put(path(file), hash);
        if (hashes.size() > limits.files()) {
            throw new SyntaxException(included, "a ledger has at most %d files".formatted(limits.files()));
        }
        String text = text(read, file);
        checkLines(text, file);
        return new SourceFile(name(file), path(file), text, hash);
    }

    private byte[] read(Path file, Place included) throws SyntaxException {
        byte[] read;
        try (InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(limits.fileBytes() + 1);
        } catch (IOException e) {
            throw new SyntaxException(included, "%s cannot be read: %s".formatted(name(file), e.getMessage()));
        }
        bytes += read.length;
        if (read.length > limits.fileBytes() || bytes > limits.ledgerBytes()) {
            throw new SyntaxException(
                    included,
                    "%s: a file has at most %d bytes and a ledger %d"
                            .formatted(name(file), limits.fileBytes(), limits.ledgerBytes()));
        }
        return read;
    }

    private String text(byte[] read, Path file) throws SyntaxException {
        ByteBuffer left = ByteBuffer.wrap(read);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(left).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < left.position(); i++) {
                line += read[i] == '\n' ? 1 : 0;
            }
            throw new SyntaxException(new Place(name(file), line, 1), "a ledger is UTF-8; this line is not");
        }
    }

    private void checkLines(String text, Path file) throws SyntaxException {
        int line = 1;
        for (int start = 0, end; start < text.length(); start = end + 1, line++) {
            end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end - start > limits.lineLength()) {
                throw new SyntaxException(
                        new Place(name(file), line, limits.lineLength() + 1),
                        "a line has at most %d characters, got %d".formatted(limits.lineLength(), end - start));
            }
        }
    }

    /** The ledger's commit hash. */
    String hash() {
        MessageDigest all = sha256();
        hashes.forEach((path, hash) -> all.update((hash + "  " + path + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(all.digest());
    }

    private String path(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
