package io.dawsos.observatory.promql.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.observatory.model.NativeHistogram;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class HistogramTotalPropertyTest {
    @Provide
    Arbitrary<List<NativeHistogram>> histograms() {
        return HistogramArbitraries.exponential().list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 200)
    void add_totalsOfTwoParts_areTheTotalOfAll(
            @ForAll("histograms") List<NativeHistogram> all,
            @ForAll boolean average,
            @ForAll @IntRange(max = 12) int split) {
        int at = Math.min(split, all.size());
        HistogramTotal parts = total(all.subList(0, at), average);
        parts.add(total(all.subList(at, all.size()), average));

        assertThat(parts.count()).isEqualTo(all.size());
        NativeHistogram total = total(all, average).result();

        // Not bucket by bucket: which zero buckets widen depends on the order in which they meet.
        assertThat(parts.result().count()).isEqualTo(total.count(), within(1e-9));
        assertThat(parts.result().sum()).isEqualTo(total.sum(), within(1e-9));
        assertThat(HistogramArbitraries.inAll(parts.result())).isEqualTo(total.count(), within(1e-9));
    }

    @Property(tries = 200)
    void result_ofAnAverage_isTheSumByTheCount(@ForAll("histograms") List<NativeHistogram> all) {
        double count = all.stream().mapToDouble(NativeHistogram::count).sum();

        assertThat(total(all, false).result().count()).isEqualTo(count);
        assertThat(total(all, true).result().count()).isEqualTo(count / all.size(), within(1e-9));
    }

    @Property(tries = 200)
    void result_ofCountsTooLargeToAdd_isTheirMean(
            @ForAll("histograms") List<NativeHistogram> all, @ForAll @IntRange(max = 12) int split) {
        int at = Math.min(split, all.size());
        double factor = 0x1p1011;
        List<NativeHistogram> large =
                all.stream().map(h -> HistogramMath.scale(h, factor)).toList();
        HistogramTotal parts = total(large.subList(0, at), true);
        parts.add(total(large.subList(at, all.size()), true));
        double mean = total(all, true).result().count();

        assertThat(parts.result().count() / factor).isEqualTo(mean, within(1e-9 * mean));
    }

    private static HistogramTotal total(List<NativeHistogram> histograms, boolean average) {
        HistogramTotal total = new HistogramTotal(average);
        histograms.forEach(total::add);
        return total;
    }
}
