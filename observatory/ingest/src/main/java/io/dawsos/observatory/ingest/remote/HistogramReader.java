package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.ingest.wire.BucketsReader;
import io.dawsos.observatory.ingest.wire.HistogramCheck;
import io.dawsos.observatory.ingest.wire.UnsignedNumber;
import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import java.util.ArrayList;
import java.util.List;

/** Reads a native histogram, the same in both versions; again and again. */
final class HistogramReader {
    private static final CounterReset[] HINTS = {
        CounterReset.UNKNOWN, CounterReset.RESET, CounterReset.NOT_RESET, CounterReset.GAUGE
    };

    private final BucketsReader positive = new BucketsReader();
    private final BucketsReader negative = new BucketsReader();
    private final List<Double> boundaries = new ArrayList<>();
    private double count;
    private double sum;
    private int schema;
    private double zeroThreshold;
    private double zeroCount;
    private CounterReset reset = CounterReset.UNKNOWN;
    private long timestamp;
    private long start;

    private void clear() {
        positive.clear();
        negative.clear();
        boundaries.clear();
        count = 0;
        sum = 0;
        schema = 0;
        zeroThreshold = 0;
        zeroCount = 0;
        reset = CounterReset.UNKNOWN;
        timestamp = 0;
        start = 0;
    }

    /** Reads the field that holds one, and hands it over. */
    void read(WireReader reader, long seriesStart, SeriesVisitor visitor) throws WireException {
        clear();
        int outer = reader.enter();
        while (reader.next()) {
            field(reader);
        }
        int at = reader.at();
        reader.leave(outer);
        NativeHistogram histogram;
        try {
            histogram = histogram(at);
        } catch (IllegalArgumentException e) {
            visitor.badHistogram(String.valueOf(e.getMessage()));
            return;
        }
        visitor.histogram(timestamp, histogram, start == 0 ? seriesStart : start);
    }

    private void field(WireReader reader) throws WireException {
        switch (reader.field()) {
            case 1 -> count = UnsignedNumber.of(reader.varint());
            case 2 -> count = reader.decimal();
            case 3 -> sum = reader.decimal();
            case 4 -> schema = (int) reader.zigzag();
            case 5 -> zeroThreshold = reader.decimal();
            case 6 -> zeroCount = UnsignedNumber.of(reader.varint());
            case 7 -> zeroCount = reader.decimal();
            case 8 -> negative.span(reader);
            case 9 -> negative.deltas(reader);
            case 10 -> negative.counts(reader);
            case 11 -> positive.span(reader);
            case 12 -> positive.deltas(reader);
            case 13 -> positive.counts(reader);
            case 14 -> {
                long hint = reader.varint();
                reset = hint >= 0 && hint < HINTS.length ? HINTS[(int) hint] : CounterReset.UNKNOWN;
            }
            case 15 -> timestamp = reader.varint();
            case 16 -> boundaries(reader);
            case 17 -> start = reader.varint();
            default -> reader.skip();
        }
    }

    private void boundaries(WireReader reader) throws WireException {
        if (!reader.isRange()) {
            boundaries.add(reader.decimal());
            return;
        }
        int outer = reader.enter();
        while (!reader.atEnd()) {
            boundaries.add(reader.rawDecimal());
        }
        reader.leave(outer);
    }

    private NativeHistogram histogram(int at) throws WireException {
        if (schema != NativeHistogram.CUSTOM_SCHEMA) {
            return HistogramCheck.exponential(
                    schema, zeroThreshold, zeroCount, count, sum, positive.buckets(at), negative.buckets(at), reset);
        }
        return HistogramCheck.checked(new NativeHistogram(
                schema, 0, zeroCount, count, sum, positive.buckets(at), negative.buckets(at), boundaries, reset));
    }
}
