package io.dawsos.observatory.tsdb.wal;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.tsdb.codec.ByteSource;
import io.dawsos.observatory.tsdb.codec.Chunk;
import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import io.dawsos.observatory.tsdb.codec.SampleRun;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link RecordWriter} wrote. */
public final class RecordReader {
    private final ByteSource in;
    private final RecordVisitor visitor;
    private int lastRef;
    private long lastTime;

    private RecordReader(byte[] payload, RecordVisitor visitor) {
        this.in = new ByteSource(payload);
        this.visitor = visitor;
    }

    /** Tells the visitor each entry; throws {@link CorruptDataException} at the first that is none. */
    public static void read(byte[] payload, RecordVisitor visitor) {
        RecordReader reader = new RecordReader(payload, visitor);
        while (!reader.in.isDone()) {
            reader.entry();
        }
    }

    private void entry() {
        int tag = in.u8();
        if (tag >= RecordWriter.SAMPLE && tag < 2 * RecordWriter.SAMPLE) {
            sample(tag);
            return;
        }
        switch (tag) {
            case RecordWriter.SERIES -> visitor.series(ref(), labels());
            case RecordWriter.EXEMPLAR -> {
                int ref = ref();
                Labels labels = labels();
                double value = Double.longBitsToDouble(in.u64());
                visitor.exemplar(ref, new Exemplar(labels, value, in.zigzag()));
            }
            case RecordWriter.METADATA -> {
                String metric = in.string();
                String type = in.string();
                String unit = in.string();
                visitor.metadata(metric, new MetricMetadata(type, unit, in.string()));
            }
            case RecordWriter.DELETE -> delete();
            case RecordWriter.CHUNKS -> chunks();
            case RecordWriter.END -> visitor.end();
            default -> throw new CorruptDataException("an entry of kind " + tag + " before " + in.at());
        }
    }

    private int ref() {
        return in.count(Integer.MAX_VALUE - 1);
    }

    private Labels labels() {
        String[] pairs = new String[2 * in.count(in.remaining() / 2)];
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = in.string();
            pairs[i + 1] = in.string();
            if (i > 0 && pairs[i - 2].compareTo(pairs[i]) >= 0) {
                throw new CorruptDataException("label \"" + pairs[i] + "\" after \"" + pairs[i - 2] + "\"");
            }
            if (pairs[i + 1].isEmpty()) {
                throw new CorruptDataException("label \"" + pairs[i] + "\" is empty");
            }
        }
        return Labels.ofSorted(pairs);
    }

    private void sample(int tag) {
        long ref = lastRef + in.zigzag();
        if (ref < 0 || ref >= Integer.MAX_VALUE) {
            throw new CorruptDataException("a sample of series " + ref);
        }
        lastRef = (int) ref;
        if ((tag & RecordWriter.SAME_TIME) == 0) {
            lastTime += in.zigzag();
        }
        long start = (tag & RecordWriter.STARTED) != 0 ? lastTime - in.zigzag() : 0;
        if ((tag & RecordWriter.HISTOGRAM) != 0) {
            visitor.sample(lastRef, lastTime, Double.NaN, histogram(), start);
        } else {
            double value = (tag & RecordWriter.WHOLE) != 0 ? (double) in.zigzag() : Double.longBitsToDouble(in.u64());
            visitor.sample(lastRef, lastTime, value, null, start);
        }
    }

    private NativeHistogram histogram() {
        byte[] times = in.block();
        SampleRun run = Chunk.decode(times, in.block());
        NativeHistogram histogram = run.size() == 1 ? run.histogram(0) : null;
        if (histogram == null) {
            throw new CorruptDataException("a histogram sample that is none before " + in.at());
        }
        return histogram;
    }

    private void delete() {
        long from = in.zigzag();
        long to = in.zigzag();
        int count = in.count();
        List<Matcher> matchers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int type = in.count(RecordWriter.TYPES.size() - 1);
            String name = in.string();
            try {
                matchers.add(new Matcher(RecordWriter.TYPES.get(type), name, in.string()));
            } catch (IllegalArgumentException e) {
                throw new CorruptDataException("a matcher that is none", e);
            }
        }
        visitor.delete(matchers, from, to);
    }

    private void chunks() {
        int ref = ref();
        byte[][] chunks = new byte[2 * in.count()][];
        long last = Long.MIN_VALUE;
        for (int i = 0; i < chunks.length; i += 2) {
            chunks[i] = in.block();
            chunks[i + 1] = in.block();
            Chunk.decode(chunks[i], chunks[i + 1]);
            if (i > 0 && Chunk.first(chunks[i]) <= last) {
                throw new CorruptDataException("a chunk from " + Chunk.first(chunks[i]) + " after " + last);
            }
            last = Chunk.last(chunks[i]);
        }
        visitor.chunks(ref, chunks);
    }
}
