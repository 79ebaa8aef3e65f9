package io.dawsos.observatory.tsdb.block;

import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import io.dawsos.observatory.tsdb.wal.Durable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * What a block says of itself, in a text file of a line each, the last its checksum.
 *
 * @param from time of its first sample
 * @param to time of its last
 * @param level 1 when cut from the head; more for each time it was merged
 * @param sources names of the blocks that it was merged from, which it replaces
 */
record BlockMeta(long from, long to, int level, long series, long samples, List<String> sources) {
    static final String FILE = "meta";
    private static final String VERSION = "1";

    void write(Path folder) throws IOException {
        String text = "version " + VERSION + "\nfrom " + from + "\nto " + to + "\nlevel " + level + "\nseries " + series
                + "\nsamples " + samples + "\nsources " + String.join(" ", sources) + "\n";
        Durable.replace(folder.resolve(FILE), (text + "crc32c " + crc(text) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    static BlockMeta read(Path folder) throws IOException {
        return parse(new String(Files.readAllBytes(folder.resolve(FILE)), StandardCharsets.UTF_8));
    }

    static BlockMeta parse(String text) {
        int last = text.lastIndexOf("crc32c ");
        if (last < 0 || !text.substring(last).strip().equals("crc32c " + crc(text.substring(0, last)))) {
            throw new CorruptDataException("the meta file's checksum is wrong");
        }
        Map<String, String> lines = new HashMap<>();
        for (String line : text.split("\n", -1)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                lines.put(line.substring(0, space), line.substring(space + 1));
            }
        }
        if (!VERSION.equals(lines.get("version"))) {
            throw new CorruptDataException("wanted a block of version " + VERSION + ", got " + lines.get("version"));
        }
        return new BlockMeta(
                number(lines, "from"),
                number(lines, "to"),
                (int) number(lines, "level"),
                number(lines, "series"),
                number(lines, "samples"),
                sources(lines.getOrDefault("sources", "")));
    }

    private static List<String> sources(String line) {
        List<String> sources = new ArrayList<>(List.of(line.split(" ", -1)));
        sources.removeIf(String::isEmpty);
        return sources;
    }

    private static long number(Map<String, String> lines, String key) {
        try {
            return Long.parseLong(lines.getOrDefault(key, ""));
        } catch (NumberFormatException e) {
            throw new CorruptDataException("the meta file wants a number for " + key + ", got " + lines.get(key), e);
        }
    }
}
