package io.dawsos.observatory.tsdb.block;

import io.dawsos.observatory.tsdb.codec.ByteSink;
import io.dawsos.observatory.tsdb.codec.ByteSource;
import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import io.dawsos.observatory.tsdb.wal.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** What was deleted from a block: spans of time by series. Immutable; the file is written anew for each deletion. */
final class Tombstones {
    static final Tombstones NONE = new Tombstones(Map.of());
    static final String FILE = "tombstones";
    private static final int MAGIC = 0x31545744;

    /** Both ends are deleted too. */
    record Span(long from, long to) {}

    private final Map<Integer, List<Span>> deleted;

    private Tombstones(Map<Integer, List<Span>> deleted) {
        this.deleted = deleted;
    }

    static Tombstones read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? parse(Files.readAllBytes(file)) : NONE;
    }

    static Tombstones parse(byte[] file) {
        CRC32C crc = new CRC32C();
        crc.update(file, 0, Math.max(0, file.length - 4));
        ByteSource in = new ByteSource(file, 0, Math.max(0, file.length - 4));
        if (file.length < 8 || new ByteSource(file, file.length - 4, file.length).u32() != (int) crc.getValue()) {
            throw new CorruptDataException("the tombstones' checksum is wrong");
        }
        if (in.u32() != MAGIC) {
            throw new CorruptDataException("tombstones that begin with other bytes than they do");
        }
        Map<Integer, List<Span>> deleted = new HashMap<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            int series = in.count(Integer.MAX_VALUE);
            long from = in.zigzag();
            deleted.computeIfAbsent(series, key -> new ArrayList<>()).add(new Span(from, in.zigzag()));
        }
        return new Tombstones(deleted);
    }

    void write(Path folder) throws IOException {
        ByteSink out = new ByteSink();
        out.u32(MAGIC).varint(size());
        deleted.forEach((series, spans) ->
                spans.forEach(span -> out.varint(series).zigzag(span.from).zigzag(span.to)));
        CRC32C crc = new CRC32C();
        crc.update(out.array(), 0, out.size());
        out.u32((int) crc.getValue());
        Durable.replace(folder.resolve(FILE), out.toBytes());
    }

    Tombstones with(Iterable<Integer> series, Span span) {
        Map<Integer, List<Span>> more = new HashMap<>();
        deleted.forEach((key, spans) -> more.put(key, new ArrayList<>(spans)));
        series.forEach(
                key -> more.computeIfAbsent(key, fresh -> new ArrayList<>()).add(span));
        return new Tombstones(more);
    }

    List<Span> of(int series) {
        return deleted.getOrDefault(series, List.of());
    }

    int size() {
        return deleted.values().stream().mapToInt(List::size).sum();
    }
}
