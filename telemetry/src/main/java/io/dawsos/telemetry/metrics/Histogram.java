package io.dawsos.telemetry.metrics;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How often a value was seen in which range: classic buckets, and a native histogram beside them for who can read it.
 * Each classic bucket keeps the newest value that was seen within a sampled span as its exemplar. Thread-safe.
 */
public final class Histogram {

    static final Histogram NOOP = new Histogram(null);

    private final @Nullable SeriesMap<Series> series;

    Histogram(@Nullable SeriesMap<Series> series) {
        this.series = series;
    }

    /** Makes the series exist at 0. */
    public Histogram init(String... labelValues) {
        series(labelValues);
        return this;
    }

    /** @param value in the metric's base unit, seconds for {@code _seconds}; NaN is not counted */
    public void observe(double value, String... labelValues) {
        if (series != null) {
            series.get(labelValues).observe(value);
        }
    }

    /** The series itself, to keep where it is observed often. */
    public Series series(String... labelValues) {
        return series == null ? Series.NOOP : series.get(labelValues);
    }

    /** One series of a histogram. */
    public static final class Series {

        private static final Series NOOP = new Series(null, Labels.EMPTY, new double[0]);

        private final @Nullable DistributionDataPoint point;
        private final Labels labels;
        private final double[] bounds;
        private final AtomicReferenceArray<@Nullable Sighting> newest;

        Series(@Nullable DistributionDataPoint point, Labels labels, double[] bounds) {
            this.point = point;
            this.labels = labels;
            this.bounds = bounds;
            this.newest = new AtomicReferenceArray<>(bounds.length + 1);
        }

        /** @param value in the metric's base unit; NaN is not counted */
        public void observe(double value) {
            if (point == null || Double.isNaN(value)) {
                return;
            }
            point.observe(value);
            Sighting seen = Sighting.of(value);
            if (seen != null) {
                int found = Arrays.binarySearch(bounds, value);
                newest.setRelease(found < 0 ? -found - 1 : found, seen);
            }
        }

        private Exemplars exemplars() {
            return Exemplars.of(IntStream.range(0, newest.length())
                    .mapToObj(i -> Sighting.exemplar(newest.get(i)))
                    .filter(Objects::nonNull)
                    .toArray(Exemplar[]::new));
        }
    }

    /** What the registry asks at a scrape: the library's buckets with our exemplars. */
    record Family(io.prometheus.metrics.core.metrics.Histogram library, SeriesMap<Series> series) implements Collector {

        @Override
        public HistogramSnapshot collect() {
            Map<Labels, Series> byLabels =
                    series.all().stream().collect(Collectors.toMap(one -> one.labels, Function.identity()));
            HistogramSnapshot buckets = library.collect();
            return new HistogramSnapshot(
                    buckets.getMetadata(),
                    buckets.getDataPoints().stream()
                            .map(point -> with(byLabels.get(point.getLabels()), point))
                            .toList());
        }

        private static HistogramDataPointSnapshot with(@Nullable Series series, HistogramDataPointSnapshot point) {
            if (series == null) {
                return point; // made between the two reads
            }
            return new HistogramDataPointSnapshot(
                    point.getClassicBuckets(),
                    point.getNativeSchema(),
                    point.getNativeZeroCount(),
                    point.getNativeZeroThreshold(),
                    point.getNativeBucketsForPositiveValues(),
                    point.getNativeBucketsForNegativeValues(),
                    point.getSum(),
                    point.getLabels(),
                    series.exemplars(),
                    point.getCreatedTimestampMillis());
        }

        @Override
        public @Nullable MetricFamilyDescriptor getMetricFamilyDescriptor() {
            return library.getMetricFamilyDescriptor();
        }
    }
}
