package io.dawsos.observatory.tsdb.wal;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.tsdb.codec.ByteSink;
import io.dawsos.observatory.tsdb.codec.Chunk;
import io.dawsos.observatory.tsdb.codec.SampleRun;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the payload of one record: entries one after another, samples as differences to the one before. */
public final class RecordWriter {
    static final int SERIES = 1;
    static final int EXEMPLAR = 2;
    static final int METADATA = 3;
    static final int DELETE = 4;
    static final int CHUNKS = 5;
    static final int END = 6;
    static final int SAMPLE = 0x80;
    static final int WHOLE = 1;
    static final int STARTED = 2;
    static final int SAME_TIME = 4;
    static final int HISTOGRAM = 8;

    /** By what stands for them in the bytes. */
    static final List<Matcher.Type> TYPES =
            List.of(Matcher.Type.EQUAL, Matcher.Type.NOT_EQUAL, Matcher.Type.REGEX, Matcher.Type.NOT_REGEX);

    /** Room for the frame's length and checksum, so that a frame is one write. */
    static final int FRAME_HEADER = 8;

    private final ByteSink out = new ByteSink(1024);
    private final ByteSink scratch = new ByteSink();
    private int lastRef;
    private long lastTime;

    public RecordWriter() {
        clear();
    }

    public void clear() {
        out.clear();
        out.u64(0);
        lastRef = 0;
        lastTime = 0;
    }

    public boolean isEmpty() {
        return out.size() == FRAME_HEADER;
    }

    public int size() {
        return out.size();
    }

    ByteSink frame() {
        return out;
    }

    /** The payload alone. */
    public byte[] toBytes() {
        byte[] all = out.toBytes();
        return Arrays.copyOfRange(all, FRAME_HEADER, all.length);
    }

    public void series(int ref, Labels labels) {
        out.u8(SERIES).varint(ref);
        labels(labels);
    }

    private void labels(Labels labels) {
        out.varint(labels.size());
        labels.forEach((name, value) -> out.string(name).string(value));
    }

    public void sample(int ref, long time, double value, @Nullable NativeHistogram histogram, long start) {
        boolean whole = histogram == null
                && Math.abs(value) < 1L << 53
                && Double.doubleToRawLongBits((double) (long) value) == Double.doubleToRawLongBits(value);
        out.u8(SAMPLE
                | (whole ? WHOLE : 0)
                | (start != 0 ? STARTED : 0)
                | (time == lastTime ? SAME_TIME : 0)
                | (histogram != null ? HISTOGRAM : 0));
        out.zigzag((long) ref - lastRef);
        if (time != lastTime) {
            out.zigzag(time - lastTime);
        }
        if (start != 0) {
            out.zigzag(time - start);
        }
        lastRef = ref;
        lastTime = time;
        if (histogram != null) {
            SampleRun run = new SampleRun(1);
            run.append(time, Double.NaN, histogram, 0);
            out.block(Chunk.encodeTimes(run, scratch)).block(Chunk.encodeBody(run, scratch));
        } else if (whole) {
            out.zigzag((long) value);
        } else {
            out.u64(Double.doubleToRawLongBits(value));
        }
    }

    public void exemplar(int ref, Exemplar exemplar) {
        out.u8(EXEMPLAR).varint(ref);
        labels(exemplar.labels());
        out.u64(Double.doubleToRawLongBits(exemplar.value())).zigzag(exemplar.timestamp());
    }

    public void metadata(String metric, MetricMetadata metadata) {
        out.u8(METADATA)
                .string(metric)
                .string(metadata.type())
                .string(metadata.unit())
                .string(metadata.help());
    }

    public void delete(List<Matcher> matchers, long from, long to) {
        out.u8(DELETE).zigzag(from).zigzag(to).varint(matchers.size());
        for (Matcher matcher : matchers) {
            out.u8(TYPES.indexOf(matcher.type())).string(matcher.name()).string(matcher.value());
        }
    }

    public void chunks(int ref, byte[][] chunks) {
        out.u8(CHUNKS).varint(ref).varint(chunks.length / 2);
        for (byte[] column : chunks) {
            out.block(column);
        }
    }

    public void end() {
        out.u8(END);
    }
}
