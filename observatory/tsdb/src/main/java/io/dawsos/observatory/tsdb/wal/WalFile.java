package io.dawsos.observatory.tsdb.wal;

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
 * A file of the log.
 *
 * @param number of a segment; a checkpoint stands for all segments before its number
 */
record WalFile(Path path, int number, boolean checkpoint) {
    private static final Pattern NAME = Pattern.compile("(\\d{8})\\.(wal|checkpoint)");

    /** Those in a folder by number, a checkpoint before the segment of its number; other files are left out. */
    static List<WalFile> list(Path folder) throws IOException {
        List<WalFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
                if (name.matches()) {
                    files.add(new WalFile(
                            path, Integer.parseInt(name.group(1)), name.group(2).equals("checkpoint")));
                }
            }
        }
        files.sort(Comparator.comparingInt(WalFile::number).thenComparing(file -> !file.checkpoint));
        return files;
    }
}
