package io.dawsos.observatory.ingest.scrape;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramResolutionTest {
    private static NativeHistogram histogram(int schema, List<Double> values) {
        TreeMap<Integer, Double> counts = new TreeMap<>();
        for (double value : values) {
            int index = (int) Math.ceil(Math.scalb(Math.log(value) / Math.log(2), schema));
            counts.merge(index, 1.0, Double::sum);
        }
        Buckets buckets = new Buckets(
                counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                counts.values().stream().mapToDouble(Double::doubleValue).toArray());
        return new NativeHistogram(
                schema, 0, 0, values.size(), 0, buckets, Buckets.NONE, List.of(), CounterReset.UNKNOWN);
    }

    @Property
    void coarser_isWhatTheCoarserSchemaWouldHaveCounted(
            @ForAll @IntRange(min = -3, max = 6) int schema,
            @ForAll @Size(max = 50) List<@DoubleRange(min = 0.01, max = 1e6) Double> values) {
        assertThat(HistogramResolution.coarser(histogram(schema, values))).isEqualTo(histogram(schema - 1, values));
    }

    @Test
    void limited_tooManyBuckets_becomesCoarserUntilTheyFit() {
        NativeHistogram fine = histogram(3, List.of(1.0, 2.0, 3.0, 5.0, 9.0, 17.0));
        NativeHistogram limited =
                requireNonNull(new HistogramResolution(new HistogramOptions(true, false, 2, 0)).limited(fine));

        assertThat(limited.positive().size()).isLessThanOrEqualTo(2);
        assertThat(limited.schema()).isLessThan(3);
    }

    @Test
    void limited_neverFits_isNull() {
        NativeHistogram wide = histogram(0, List.of(1e-300, 1.0, 1e300));

        assertThat(new HistogramResolution(new HistogramOptions(true, false, 1, 0)).limited(wide))
                .isNull();
    }

    @Test
    void limited_bucketFactor_boundsTheSchema() {
        HistogramResolution resolution = new HistogramResolution(new HistogramOptions(true, false, 0, 1.4));
        NativeHistogram limited = requireNonNull(resolution.limited(histogram(8, List.of(3.0))));

        assertThat(limited.schema()).isEqualTo(1);
    }
}
