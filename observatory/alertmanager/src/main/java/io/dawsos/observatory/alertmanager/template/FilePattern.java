package io.dawsos.observatory.alertmanager.template;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Names files by a pattern, in which {@code *}, {@code ?} and {@code […]} stand for letters of a name. */
final class FilePattern {
    private FilePattern() {}

    /** The files, by their names; those that are not there are left out. */
    static List<Path> files(String pattern) throws IOException {
        boolean absolute = pattern.startsWith("/");
        List<Path> found = List.of(Path.of(absolute ? "/" : ""));
        for (String name : pattern.split("/", -1)) {
            if (!name.isEmpty()) {
                found = within(found, name);
            }
        }
        return found.stream().filter(Files::isRegularFile).sorted().toList();
    }

    private static List<Path> within(List<Path> folders, String name) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            if (!isPattern(name)) {
                found.add(folder.resolve(name));
            } else if (Files.isDirectory(folder.toString().isEmpty() ? Path.of(".") : folder)) {
                matching(folder, name, found);
            }
        }
        return found;
    }

    private static void matching(Path folder, String name, List<Path> found) throws IOException {
        Path listed = folder.toString().isEmpty() ? Path.of(".") : folder;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(listed, glob(name))) {
            entries.forEach(entry -> found.add(folder.resolve(entry.getFileName())));
        }
    }

    /** Braces mean nothing, and so does a second star. */
    private static String glob(String name) {
        return name.replaceAll("\\*+", "*").replace("{", "\\{").replace("}", "\\}");
    }

    private static boolean isPattern(String name) {
        return name.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }
}
