package io.dawsos.observatory.tsdb.codec;

import java.util.Arrays;
import java.util.Objects;

/**
 * A run of samples in bytes: a column of times, which series of one scrape share, and a body with the values.
 * Immutable.
 */
public final class Chunk {
    /** No chunk holds more. */
    public static final int MAX_SAMPLES = 512;

    private static final int HISTOGRAMS = 1;
    private static final int STARTS = 2;

    private Chunk() {}

    /** Count, first time, time from first to last, and the times. */
    public static byte[] encodeTimes(SampleRun run, ByteSink scratch) {
        scratch.clear();
        scratch.varint(run.size).zigzag(run.times[0]).varint(run.times[run.size - 1] - run.times[0]);
        LongColumn.encode(run.times, run.size, scratch);
        return scratch.toBytes();
    }

    /** What kind of samples, when their counters began, and the values. */
    public static byte[] encodeBody(SampleRun run, ByteSink scratch) {
        scratch.clear();
        scratch.u8((run.histograms != null ? HISTOGRAMS : 0) | (run.starts != null ? STARTS : 0));
        if (run.starts != null) {
            LongColumn.encode(run.starts, run.size, scratch);
        }
        if (run.histograms != null) {
            HistogramColumn.encode(run.histograms, run.size, scratch);
        } else {
            DoubleColumn.encode(run.values, run.size, scratch);
        }
        return scratch.toBytes();
    }

    public static int count(byte[] times) {
        return new ByteSource(times).count(MAX_SAMPLES);
    }

    public static long first(byte[] times) {
        ByteSource in = new ByteSource(times);
        in.varint();
        return in.zigzag();
    }

    public static long last(byte[] times) {
        ByteSource in = new ByteSource(times);
        in.varint();
        return in.zigzag() + in.varint();
    }

    public static boolean isHistograms(byte[] body) {
        return (body[0] & HISTOGRAMS) != 0;
    }

    public static SampleRun decode(byte[] times, byte[] body) {
        SampleRun run = new SampleRun(count(times));
        decode(times, body, run);
        return run;
    }

    /** Replaces what the run holds. Throws {@link CorruptDataException} on bytes that are no chunk. */
    public static void decode(byte[] times, byte[] body, SampleRun into) {
        ByteSource in = new ByteSource(times);
        int count = in.count(MAX_SAMPLES);
        long first = in.zigzag();
        long last = first + in.varint();
        into.clear();
        into.room(count);
        LongColumn.decode(in, count, into.times);
        if (count == 0 || into.times[0] != first || into.times[count - 1] != last || !in.isDone()) {
            throw new CorruptDataException("a column of times is not from " + first + " to " + last);
        }
        for (int i = 1; i < count; i++) {
            if (into.times[i] <= into.times[i - 1]) {
                throw new CorruptDataException("time " + into.times[i] + " after " + into.times[i - 1]);
            }
        }
        decodeBody(new ByteSource(body), count, into);
        into.size = count;
    }

    private static void decodeBody(ByteSource in, int count, SampleRun into) {
        int kind = in.u8();
        if (kind > (HISTOGRAMS | STARTS)) {
            throw new CorruptDataException("a chunk of kind " + kind);
        }
        long[] scratch = new long[count];
        if ((kind & STARTS) != 0) {
            LongColumn.decode(in, count, scratch);
            into.starts = Arrays.copyOf(scratch, into.times.length);
        }
        if ((kind & HISTOGRAMS) != 0) {
            into.histograms = Arrays.copyOf(
                    Objects.requireNonNull(HistogramColumn.decode(in, count, scratch)), into.times.length);
            Arrays.fill(into.values, 0, count, Double.NaN);
        } else {
            DoubleColumn.decode(in, count, into.values, scratch);
        }
        if (!in.isDone()) {
            throw new CorruptDataException(in.remaining() + " bytes after a chunk");
        }
    }
}
