package io.dawsos.portfolio.beancount;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The file names that an include stands for, as Beancount has it: {@code *} and {@code ?} stand for characters of one
 * name, {@code [abc]} for one of these, {@code **} for any folders below, itself included. Hidden files are found only
 * by a pattern that begins with a point.
 */
final class IncludePattern {

    private static final int DEEPEST = 32;

    /** In one name: more would let a pattern take very long to match. */
    private static final int MOST_STARS = 4;

    private final Path from;
    private final String pattern;
    private final int most;
    private final TreeSet<Path> found = new TreeSet<>();

    IncludePattern(Path from, String pattern, int most) {
        this.from = from;
        this.pattern = pattern;
        this.most = most;
    }

    /** Sorted. Links to folders are not followed by {@code **}. */
    List<Path> files() throws IOException {
        if (pattern.isBlank() || pattern.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("it is no file name");
        }
        if (pattern.startsWith("/")) {
            throw new IllegalArgumentException("wanted a path relative to the file that includes it");
        }
        expand(from, List.of(pattern.split("/")));
        return List.copyOf(found);
    }

    private void expand(Path base, List<String> names) throws IOException {
        if (names.isEmpty()) {
            add(base);
            return;
        }
        String name = names.getFirst();
        List<String> rest = names.subList(1, names.size());
        if (name.equals("**")) {
            anywhere(base, rest.isEmpty() ? List.of("*") : rest, 0);
        } else if (!isPattern(name)) {
            Path next = base.resolve(name).normalize();
            if (Files.exists(next)) {
                expand(next, rest);
            }
        } else {
            for (Path next : entries(base, regex(name))) {
                if (rest.isEmpty() == Files.isRegularFile(next)) {
                    expand(next, rest);
                }
            }
        }
    }

    private void anywhere(Path base, List<String> rest, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("** goes at most %d folders deep".formatted(DEEPEST));
        }
        expand(base, rest);
        for (Path next : entries(base, regex("*"))) {
            if (Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS)) {
                anywhere(next, rest, depth + 1);
            }
        }
    }

    private void add(Path file) {
        found.add(file);
        if (found.size() > most) {
            throw new IllegalArgumentException("it stands for more than %d files".formatted(most));
        }
    }

    private static List<Path> entries(Path folder, Pattern names) throws IOException {
        List<Path> entries = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                for (Path entry : all) {
                    if (names.matcher(String.valueOf(entry.getFileName())).matches()) {
                        entries.add(entry);
                    }
                }
            }
        }
        return entries;
    }

    private static boolean isPattern(String name) {
        return name.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }

    private static Pattern regex(String name) {
        if (name.chars().filter(c -> c == '*').count() > MOST_STARS) {
            throw new IllegalArgumentException("one name has at most %d stars".formatted(MOST_STARS));
        }
        StringBuilder regex = new StringBuilder(name.startsWith(".") ? "" : "(?!\\.)");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            int end = c == '[' ? name.indexOf(']', i + 2) : -1;
            if (end > 0) {
                regex.append(oneOf(name.substring(i + 1, end)));
                i = end;
            } else if (c == '*') {
                regex.append(".*");
            } else {
                regex.append(c == '?' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static String oneOf(String characters) {
        boolean not = characters.startsWith("!");
        String set = not ? characters.substring(1) : characters;
        StringBuilder regex = new StringBuilder(not ? "[^" : "[");
        for (int i = 0; i < set.length(); i++) {
            char c = set.charAt(i);
            regex.append(c == '-' || Character.isLetterOrDigit(c) ? "" : "\\").append(c);
        }
        return regex.append(']').toString();
    }
}
