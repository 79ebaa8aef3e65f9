package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.ingest.wire.BucketsReader;
import io.dawsos.observatory.ingest.wire.HistogramCheck;
import io.dawsos.observatory.ingest.wire.UnsignedNumber;
import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import java.util.Arrays;

/** A histogram in protobuf, which may be classic, native or both; read again and again. */
final class ProtoHistogram {
    private final WireReader reader;
    private final BucketsReader positive = new BucketsReader();
    private final BucketsReader negative = new BucketsReader();
    private final Ranges exemplars = new Ranges();
    private final Ranges bucketExemplars = new Ranges();
    private double[] buckets = new double[64];
    private int size;
    private double count;
    private double countFloat;
    private double sum;
    private int schema;
    private double zeroThreshold;
    private double zeroCount;
    private double zeroCountFloat;
    private long start;

    ProtoHistogram(WireReader reader) {
        this.reader = reader;
    }

    private void clear() {
        positive.clear();
        negative.clear();
        exemplars.clear();
        bucketExemplars.clear();
        size = 0;
        count = 0;
        countFloat = 0;
        sum = 0;
        schema = 0;
        zeroThreshold = 0;
        zeroCount = 0;
        zeroCountFloat = 0;
        start = 0;
    }

    void read() throws WireException {
        clear();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> count = UnsignedNumber.of(reader.varint());
                case 2 -> sum = reader.decimal();
                case 3 -> bucket();
                case 4 -> countFloat = reader.decimal();
                case 5 -> schema = (int) reader.zigzag();
                case 6 -> zeroThreshold = reader.decimal();
                case 7 -> zeroCount = UnsignedNumber.of(reader.varint());
                case 8 -> zeroCountFloat = reader.decimal();
                case 9 -> negative.span(reader);
                case 10 -> negative.deltas(reader);
                case 11 -> negative.counts(reader);
                case 12 -> positive.span(reader);
                case 13 -> positive.deltas(reader);
                case 14 -> positive.counts(reader);
                case 15 -> start = ProtoTime.milliseconds(reader);
                case 16 -> {
                    int range = reader.range();
                    exemplars.add(reader.at() - range, reader.at());
                }
                default -> reader.skip();
            }
        }
    }

    private void bucket() throws WireException {
        if (2 * size == buckets.length) {
            buckets = Arrays.copyOf(buckets, 4 * size);
        }
        double cumulative = 0;
        double cumulativeFloat = 0;
        double bound = 0;
        int exemplar = 0;
        int exemplarEnd = 0;
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> cumulative = UnsignedNumber.of(reader.varint());
                case 2 -> bound = reader.decimal();
                case 3 -> {
                    exemplar = reader.range();
                    exemplarEnd = reader.at();
                }
                case 4 -> cumulativeFloat = reader.decimal();
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        buckets[2 * size] = bound;
        buckets[2 * size + 1] = cumulativeFloat > 0 ? cumulativeFloat : cumulative;
        bucketExemplars.add(exemplarEnd - exemplar, exemplarEnd);
        size++;
    }

    /** Whether it is meant to be native: an empty span says so where nothing was counted yet. */
    boolean isNative() {
        return positive.hasSpans() || negative.hasSpans() || zeroThreshold > 0 || zeroCount > 0 || zeroCountFloat > 0;
    }

    NativeHistogram toNative(boolean gauge) throws WireException {
        try {
            return HistogramCheck.exponential(
                    schema,
                    zeroThreshold,
                    zeroCountFloat > 0 ? zeroCountFloat : zeroCount,
                    count(),
                    sum,
                    positive.buckets(reader.at()),
                    negative.buckets(reader.at()),
                    gauge ? CounterReset.GAUGE : CounterReset.UNKNOWN);
        } catch (IllegalArgumentException e) {
            throw reader.problem(String.valueOf(e.getMessage()));
        }
    }

    double count() {
        return countFloat > 0 ? countFloat : count;
    }

    double sum() {
        return sum;
    }

    long start() {
        return start;
    }

    /** Its exemplars when it is native: its own, or those of its classic buckets. */
    Ranges exemplars() {
        if (exemplars.size() == 0) {
            for (int i = 0; i < size; i++) {
                if (hasExemplar(i)) {
                    exemplars.add(exemplarStart(i), exemplarEnd(i));
                }
            }
        }
        return exemplars;
    }

    int buckets() {
        return size;
    }

    double bound(int i) {
        return buckets[2 * i];
    }

    double cumulative(int i) {
        return buckets[2 * i + 1];
    }

    boolean hasExemplar(int i) {
        return exemplarEnd(i) > 0;
    }

    int exemplarStart(int i) {
        return bucketExemplars.from(i);
    }

    int exemplarEnd(int i) {
        return bucketExemplars.to(i);
    }
}
