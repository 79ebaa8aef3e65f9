package io.dawsos.observatory.tsdb.block;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.tsdb.codec.ByteSink;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/** Makes the index of a block: strings, labels with their series, times, series with their chunks. */
final class IndexWriter {
    static final int MAGIC = 0x31495744;
    static final int SECTIONS = 8;
    static final int FOOTER = SECTIONS * 16 + 8;

    static final int STRINGS = 0;
    static final int PAIRS = 1;
    static final int NAMES = 2;
    static final int ORDER = 3;
    static final int TIMES = 4;
    static final int SERIES_OFFSETS = 5;
    static final int SERIES = 6;
    static final int POSTINGS = 7;

    private final Map<String, Integer> strings = new HashMap<>();
    private final List<String> stringList = new ArrayList<>();
    private final Map<String, Map<String, Integer>> pairs = new TreeMap<>();
    private final List<RoaringBitmapWriter<RoaringBitmap>> postings = new ArrayList<>();
    private final ByteSink pairStrings = new ByteSink();
    private final Map<Long, Integer> timesAt = new HashMap<>();
    private final ByteSink times = new ByteSink();
    private final ByteSink seriesOffsets = new ByteSink();
    private final ByteSink series = new ByteSink(1 << 16);
    private int seriesCount;

    /** Series come by ascending labels, their chunks by time. */
    void add(Labels labels, List<Column> columns) {
        seriesOffsets.u32(series.size());
        series.varint(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            int pair = pair(labels.name(i), labels.value(i));
            postings.get(pair).add(seriesCount);
            series.varint(pair);
        }
        series.varint(columns.size());
        long last = 0;
        for (Column column : columns) {
            series.varint(times(column));
            series.zigzag(column.bodyAt - last).varint(column.bodyLength);
            last = column.bodyAt;
        }
        seriesCount++;
    }

    /** Where a chunk is in the chunk file, and its first and last time. */
    record Column(long timesAt, int timesLength, long first, long last, long bodyAt, int bodyLength) {}

    private int string(String text) {
        Integer known = strings.putIfAbsent(text, stringList.size());
        if (known != null) {
            return known;
        }
        stringList.add(text);
        return stringList.size() - 1;
    }

    private int pair(String name, String value) {
        Map<String, Integer> values = pairs.computeIfAbsent(name, key -> new HashMap<>());
        Integer known = values.get(value);
        if (known != null) {
            return known;
        }
        int pair = postings.size();
        values.put(value, pair);
        pairStrings.u32(string(name)).u32(string(value));
        postings.add(RoaringBitmapWriter.writer().get());
        return pair;
    }

    private int times(Column column) {
        Integer known = timesAt.get(column.timesAt);
        if (known != null) {
            return known;
        }
        int id = timesAt.size();
        timesAt.put(column.timesAt, id);
        times.u64(column.timesAt).u32(column.timesLength).u64(column.first).u64(column.last);
        return id;
    }

    /** The whole file but for its checksum and magic number at the end. */
    byte[] toBytes() throws IOException {
        ByteSink out = new ByteSink(series.size() * 2 + 1024);
        long[] starts = new long[SECTIONS + 1];
        ByteSink postingBytes = new ByteSink();
        ByteSink pairTable = pairTable(postingBytes);
        ByteSink order = new ByteSink();
        ByteSink names = names(order);
        seriesOffsets.u32(series.size());
        ByteSink[] sections = {strings(), pairTable, names, order, times, seriesOffsets, series, postingBytes};
        for (int i = 0; i < SECTIONS; i++) {
            starts[i] = out.size();
            out.bytes(sections[i].array(), 0, sections[i].size());
        }
        starts[SECTIONS] = out.size();
        for (int i = 0; i < SECTIONS; i++) {
            out.u64(starts[i]).u64(starts[i + 1] - starts[i]);
        }
        return out.toBytes();
    }

    private ByteSink strings() {
        ByteSink section = new ByteSink();
        ByteSink text = new ByteSink();
        section.u32(stringList.size());
        for (String string : stringList) {
            section.u32(text.size());
            byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
            text.bytes(bytes, 0, bytes.length);
        }
        section.u32(text.size());
        return section.bytes(text.array(), 0, text.size());
    }

    private ByteSink pairTable(ByteSink postingBytes) throws IOException {
        ByteSink section = new ByteSink();
        for (int pair = 0; pair < postings.size(); pair++) {
            RoaringBitmap bitmap = postings.get(pair).get();
            bitmap.runOptimize();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bitmap.serialize(new DataOutputStream(bytes));
            section.bytes(pairStrings.array(), pair * 8, 8)
                    .u32(postingBytes.size())
                    .u32(bytes.size());
            postingBytes.bytes(bytes.toByteArray(), 0, bytes.size());
        }
        return section;
    }

    private ByteSink names(ByteSink order) {
        ByteSink section = new ByteSink();
        pairs.forEach((name, values) -> {
            section.u32(string(name)).u32(order.size() / 4).u32(values.size());
            new TreeMap<>(values).values().forEach(order::u32);
        });
        return section;
    }
}
