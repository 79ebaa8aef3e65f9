package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.ingest.wire.WireWriter;
import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;

/** Writes a native histogram, the same in both versions, as one of floats: the model's counts are. */
final class HistogramWriter {
    private HistogramWriter() {}

    /** Writes the fields; a zero count is written too, since its kind says that this is one of floats. */
    static void write(WireWriter out, long timestamp, NativeHistogram histogram, long start) {
        out.present(2, histogram.count());
        out.decimal(3, histogram.sum());
        out.zigzag(4, histogram.schema());
        out.decimal(5, histogram.zeroThreshold());
        out.present(7, histogram.zeroCount());
        buckets(out, 8, 10, histogram.negative());
        buckets(out, 11, 13, histogram.positive());
        out.varint(14, hint(histogram));
        out.varint(15, timestamp);
        if (!histogram.customBoundaries().isEmpty()) {
            int packed = out.begin(16);
            histogram.customBoundaries().forEach(out::rawDecimal);
            out.end(packed);
        }
        out.varint(17, start);
    }

    private static int hint(NativeHistogram histogram) {
        return switch (histogram.counterReset()) {
            case UNKNOWN -> 0;
            case RESET -> 1;
            case NOT_RESET -> 2;
            case GAUGE -> 3;
        };
    }

    private static void buckets(WireWriter out, int spanField, int countField, Buckets buckets) {
        int i = 0;
        long expected = 0;
        while (i < buckets.size()) {
            int first = i++;
            while (i < buckets.size() && buckets.index(i) == buckets.index(i - 1) + 1) {
                i++;
            }
            int span = out.begin(spanField);
            out.zigzag(1, buckets.index(first) - expected);
            out.varint(2, i - first);
            out.end(span);
            expected = (long) buckets.index(i - 1) + 1;
        }
        if (buckets.size() > 0) {
            int packed = out.begin(countField);
            for (int j = 0; j < buckets.size(); j++) {
                out.rawDecimal(buckets.count(j));
            }
            out.end(packed);
        }
    }
}
