package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import org.jspecify.annotations.Nullable;

/** A sample on its way to the test's store: a float, or a histogram when there is one. */
record TestSample(
        Labels series,
        long timestamp,
        double value,
        @Nullable NativeHistogram histogram) {
    static TestSample of(Labels series, long timestamp, double value) {
        return new TestSample(series, timestamp, value, null);
    }

    static TestSample of(Labels series, long timestamp, NativeHistogram histogram) {
        return new TestSample(series, timestamp, Double.NaN, histogram);
    }
}
