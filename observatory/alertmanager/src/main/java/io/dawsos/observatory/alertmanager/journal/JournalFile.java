package io.dawsos.observatory.alertmanager.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of a journal.
 *
 * @param number of a segment; a snapshot stands for all segments before its number
 */
record JournalFile(Path path, int number, boolean snapshot) {
    private static final Pattern NAME = Pattern.compile("(\\d{8})\\.(journal|snapshot)");

    static Path segment(Path folder, int number) {
        return folder.resolve(String.format("%08d.journal", number));
    }

    static Path snapshot(Path folder, int number) {
        return folder.resolve(String.format("%08d.snapshot", number));
    }

    /** Those in a folder by number, a snapshot before the segment of its number; other files are left out. */
    static List<JournalFile> list(Path folder) throws IOException {
        List<JournalFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
                if (name.matches()) {
                    boolean snapshot = "snapshot".equals(name.group(2));
                    files.add(new JournalFile(path, Integer.parseInt(name.group(1)), snapshot));
                }
            }
        }
        files.sort(Comparator.comparingInt(JournalFile::number).thenComparing(file -> !file.snapshot));
        return files;
    }
}
