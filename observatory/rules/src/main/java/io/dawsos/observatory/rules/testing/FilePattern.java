package io.dawsos.observatory.rules.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Files by a pattern as Go's {@code filepath.Glob} reads it: {@code *} and {@code ?} match within a name, {@code [a-z]} and
 * {@code [^a-z]} one character, and a backslash takes the next character as it is.
 */
final class FilePattern {
    private FilePattern() {}

    /**
     * The files that match, by name; none when there are none.
     *
     * @throws IllegalArgumentException when the pattern is malformed
     */
    static List<Path> files(Path folder, String pattern) throws IOException {
        boolean absolute = pattern.startsWith("/");
        List<Path> found = List.of(absolute ? folder.getFileSystem().getPath("/") : folder);
        for (String name : pattern.split("/", -1)) {
            if (!name.isEmpty()) {
                found = name.matches(".*[*?\\[\\\\].*") ? matching(found, regex(name)) : named(found, name);
            }
        }
        return found.stream().map(Path::normalize).filter(Files::isRegularFile).toList();
    }

    private static List<Path> named(List<Path> folders, String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .toList();
    }

    private static List<Path> matching(List<Path> folders, Pattern name) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> name.matcher(String.valueOf(file.getFileName()))
                                    .matches())
                            .sorted()
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static Pattern regex(String name) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '[' -> {
                    int end = name.indexOf(']', i + 2);
                    if (end < 0) {
                        throw malformed(name);
                    }
                    regex.append('[')
                            .append(name.substring(i + 1, end)
                                    .replace("[", "\\[")
                                    .replace("&", "\\&"))
                            .append(']');
                    i = end;
                }
                case '\\' -> {
                    if (++i == name.length()) {
                        throw malformed(name);
                    }
                    regex.append(Pattern.quote(name.substring(i, i + 1)));
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("no pattern of files: \"" + name + "\": " + e.getDescription(), e);
        }
    }

    private static IllegalArgumentException malformed(String name) {
        return new IllegalArgumentException(
                "no pattern of files: \"" + name + "\"; a [ wants its ], a \\ what it quotes");
    }
}
