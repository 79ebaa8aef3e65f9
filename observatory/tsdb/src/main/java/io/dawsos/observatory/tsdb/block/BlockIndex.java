package io.dawsos.observatory.tsdb.block;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.tsdb.codec.ByteSource;
import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import io.dawsos.observatory.tsdb.index.LabelIndex;
import io.dawsos.observatory.tsdb.index.LabelValues;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The index of a block, read where it lies. Its checksum is looked at when it is opened; what is inside is not believed
 * even so: a wrong place ends in a {@link CorruptDataException}.
 */
final class BlockIndex implements LabelIndex {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int PAIR = 16;
    private static final int TIMES = 28;

    private final MemorySegment[] sections = new MemorySegment[IndexWriter.SECTIONS];
    private final int strings;
    private final int series;

    /** Name to first place in the order and count. */
    private final Map<String, int[]> names = new HashMap<>();

    private SoftReference<@Nullable String[]> decoded = new SoftReference<>(null);

    BlockIndex(MemorySegment file) {
        if (file.byteSize() < IndexWriter.FOOTER) {
            throw new CorruptDataException("an index of " + file.byteSize() + " bytes");
        }
        long end = file.byteSize() - 8;
        if (file.get(INT, end + 4) != IndexWriter.MAGIC) {
            throw new CorruptDataException("an index that ends with other bytes than one does");
        }
        if (file.get(INT, end) != crc(file, end)) {
            throw new CorruptDataException("the index's checksum is wrong");
        }
        long table = end - IndexWriter.SECTIONS * 16L;
        for (int i = 0; i < sections.length; i++) {
            sections[i] = slice(file, file.get(LONG, table + 16L * i), file.get(LONG, table + 16L * i + 8));
        }
        strings = count(sections[IndexWriter.STRINGS], int32(IndexWriter.STRINGS, 0), 4);
        series = (int) (sections[IndexWriter.SERIES_OFFSETS].byteSize() / 4) - 1;
        if (series < 0) {
            throw new CorruptDataException("an index without a list of series");
        }
        readNames();
    }

    private static int crc(MemorySegment file, long end) {
        CRC32C crc = new CRC32C();
        for (long at = 0; at < end; at += 1 << 30) {
            crc.update(file.asSlice(at, Math.min(1 << 30, end - at)).asByteBuffer());
        }
        return (int) crc.getValue();
    }

    private static MemorySegment slice(MemorySegment of, long at, long length) {
        if (at < 0 || length < 0 || at > of.byteSize() || length > of.byteSize() - at) {
            throw new CorruptDataException(
                    "a part from " + at + " of " + length + " bytes, where there are " + of.byteSize());
        }
        return of.asSlice(at, length);
    }

    private static int count(MemorySegment section, int count, int each) {
        if (count < 0 || (long) count * each > section.byteSize()) {
            throw new CorruptDataException(count + " things in " + section.byteSize() + " bytes");
        }
        return count;
    }

    private int int32(int section, long at) {
        return slice(sections[section], at, 4).get(INT, 0);
    }

    private long int64(int section, long at) {
        return slice(sections[section], at, 8).get(LONG, 0);
    }

    private void readNames() {
        long size = sections[IndexWriter.NAMES].byteSize();
        for (long at = 0; at + 12 <= size; at += 12) {
            int first = int32(IndexWriter.NAMES, at + 4);
            int count = int32(IndexWriter.NAMES, at + 8);
            long known = sections[IndexWriter.ORDER].byteSize() / 4;
            if (first < 0 || count < 0 || first + (long) count > known) {
                throw new CorruptDataException(count + " values from " + first + " on, of " + known);
            }
            names.put(string(int32(IndexWriter.NAMES, at)), new int[] {first, count});
        }
    }

    private String string(int id) {
        if (id < 0 || id >= strings) {
            throw new CorruptDataException("the string " + id + " of " + strings);
        }
        @Nullable String[] known = decoded.get();
        if (known == null) {
            known = new String[strings];
            decoded = new SoftReference<>(known);
        }
        String text = known[id];
        if (text == null) {
            long table = 4 + 4L * (strings + 1);
            int from = int32(IndexWriter.STRINGS, 4 + 4L * id);
            int to = int32(IndexWriter.STRINGS, 8 + 4L * id);
            byte[] bytes = slice(sections[IndexWriter.STRINGS], table + from, (long) to - from)
                    .toArray(ValueLayout.JAVA_BYTE);
            text = new String(bytes, StandardCharsets.UTF_8);
            known[id] = text;
        }
        return text;
    }

    private int ordered(int at) {
        int pair = int32(IndexWriter.ORDER, 4L * at);
        if (pair < 0 || (pair + 1L) * PAIR > sections[IndexWriter.PAIRS].byteSize()) {
            throw new CorruptDataException("the label " + pair);
        }
        return pair;
    }

    private void addPostings(int pair, RoaringBitmap into) {
        int at = int32(IndexWriter.PAIRS, (long) pair * PAIR + 8);
        int length = int32(IndexWriter.PAIRS, (long) pair * PAIR + 12);
        byte[] bytes = slice(sections[IndexWriter.POSTINGS], at, length).toArray(ValueLayout.JAVA_BYTE);
        RoaringBitmap bitmap = new RoaringBitmap();
        try {
            bitmap.deserialize(ByteBuffer.wrap(bytes));
            // An unsorted bitmap would make its last element any.
            if (!bitmap.validate()) {
                throw new CorruptDataException("a label's series are not in order");
            }
            if (!bitmap.isEmpty() && (bitmap.last() < 0 || bitmap.last() >= series)) {
                throw new CorruptDataException("a label of series " + bitmap.last() + ", there are " + series);
            }
            into.or(bitmap);
        } catch (IOException | RuntimeException e) {
            throw new CorruptDataException("a label's series are unreadable", e);
        }
    }

    int seriesCount() {
        return series;
    }

    @Override
    public RoaringBitmap all() {
        RoaringBitmap all = new RoaringBitmap();
        all.add(0L, series);
        return all;
    }

    @Override
    public RoaringBitmap postings(String name, String value) {
        RoaringBitmap found = new RoaringBitmap();
        LabelValues values = values(name);
        int at = values.ceiling(value);
        if (at < values.size() && values.value(at).equals(value)) {
            values.addTo(at, found);
        }
        return found;
    }

    @Override
    public LabelValues values(String name) {
        int[] range = names.get(name);
        return range == null ? LabelValues.NONE : new Values(range[0], range[1]);
    }

    private final class Values implements LabelValues {
        private final int first;
        private final int size;

        Values(int first, int size) {
            this.first = first;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public String value(int i) {
            return string(int32(IndexWriter.PAIRS, (long) ordered(first + i) * PAIR + 4));
        }

        @Override
        public void addTo(int i, RoaringBitmap into) {
            addPostings(ordered(first + i), into);
        }
    }

    @Override
    public List<String> names() {
        List<String> sorted = new ArrayList<>(names.keySet());
        sorted.sort(null);
        return sorted;
    }

    private ByteSource entry(int id) {
        if (id < 0 || id >= series) {
            throw new CorruptDataException("the series " + id + " of " + series);
        }
        int from = int32(IndexWriter.SERIES_OFFSETS, 4L * id);
        int to = int32(IndexWriter.SERIES_OFFSETS, 4L * id + 4);
        return new ByteSource(
                slice(sections[IndexWriter.SERIES], from, (long) to - from).toArray(ValueLayout.JAVA_BYTE));
    }

    Labels labels(int id) {
        ByteSource entry = entry(id);
        String[] labels = new String[2 * entry.count()];
        for (int i = 0; i < labels.length; i += 2) {
            long pair = entry.varint();
            if (pair < 0 || (pair + 1) * PAIR > sections[IndexWriter.PAIRS].byteSize()) {
                throw new CorruptDataException("the label " + pair);
            }
            labels[i] = string(int32(IndexWriter.PAIRS, pair * PAIR));
            labels[i + 1] = string(int32(IndexWriter.PAIRS, pair * PAIR + 4));
        }
        return Labels.ofSorted(labels);
    }

    /** Where the chunks of a series are: times and body in turn, as place and length. */
    ChunkPlace[] chunks(int id) {
        ByteSource entry = entry(id);
        for (int labels = entry.count(); labels > 0; labels--) {
            entry.varint();
        }
        ChunkPlace[] places = new ChunkPlace[entry.count()];
        long last = 0;
        for (int i = 0; i < places.length; i++) {
            long times = entry.varint();
            if (times < 0 || times > sections[IndexWriter.TIMES].byteSize() / TIMES) {
                throw new CorruptDataException("the times " + times);
            }
            long at = times * TIMES;
            last += entry.zigzag();
            places[i] = new ChunkPlace(
                    int64(IndexWriter.TIMES, at + 12),
                    int64(IndexWriter.TIMES, at + 20),
                    int64(IndexWriter.TIMES, at),
                    int32(IndexWriter.TIMES, at + 8),
                    last,
                    entry.count(Integer.MAX_VALUE));
        }
        return places;
    }

    /** A chunk's first and last time, and its columns in the chunk file. */
    record ChunkPlace(long first, long last, long timesAt, int timesLength, long bodyAt, int bodyLength) {}
}
