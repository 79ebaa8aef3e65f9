package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import org.jspecify.annotations.Nullable;

/**
 * What a store knows of counter resets once it holds a histogram: it compares each with the one before, as Prometheus does
 * when it appends to a chunk. A reset begins a new chunk, of whose first sample Prometheus's queries are not told how it
 * follows the one before.
 */
final class StoredHints {
    private StoredHints() {}

    /** @param previous the sample before, null when there is none or it is a float */
    static NativeHistogram after(@Nullable NativeHistogram previous, NativeHistogram histogram) {
        CounterReset given = histogram.counterReset();
        if (given == CounterReset.GAUGE || given == CounterReset.RESET) {
            return histogram;
        }
        return with(histogram, known(previous, histogram));
    }

    private static CounterReset known(@Nullable NativeHistogram previous, NativeHistogram histogram) {
        if (previous == null || previous.counterReset() == CounterReset.GAUGE || previous.isStale()) {
            return CounterReset.UNKNOWN;
        }
        if (histogram.count() < previous.count()
                || histogram.schema() != previous.schema()
                || histogram.zeroThreshold() != previous.zeroThreshold()) {
            return CounterReset.UNKNOWN;
        }
        boolean reset = !histogram.customBoundaries().equals(previous.customBoundaries())
                || histogram.zeroCount() < previous.zeroCount()
                || fell(previous.positive(), histogram.positive())
                || fell(previous.negative(), histogram.negative());
        return reset ? CounterReset.UNKNOWN : CounterReset.NOT_RESET;
    }

    private static boolean fell(Buckets before, Buckets now) {
        int j = 0;
        for (int i = 0; i < before.size(); i++) {
            while (j < now.size() && now.index(j) < before.index(i)) {
                j++;
            }
            boolean there = j < now.size() && now.index(j) == before.index(i);
            if (before.count(i) > (there ? now.count(j) : 0)) {
                return true;
            }
        }
        return false;
    }

    private static NativeHistogram with(NativeHistogram histogram, CounterReset reset) {
        return new NativeHistogram(
                histogram.schema(),
                histogram.zeroThreshold(),
                histogram.zeroCount(),
                histogram.count(),
                histogram.sum(),
                histogram.positive(),
                histogram.negative(),
                histogram.customBoundaries(),
                reset);
    }
}
