package io.dawsos.telemetry.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.MetricType;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** A value that goes up and down. Thread-safe. */
public final class Gauge {

    static final Gauge NOOP = new Gauge(null);

    private final @Nullable SeriesMap<Series> series;

    Gauge(@Nullable SeriesMap<Series> series) {
        this.series = series;
    }

    public void set(double value, String... labelValues) {
        if (series != null) {
            series.get(labelValues).set(value);
        }
    }

    /**
     * The series is read at each scrape, on the scraper's thread: for what is kept elsewhere, such as a pool's size.
     * It is NaN at a scrape at which the source throws.
     */
    public Gauge watch(DoubleSupplier source, String... labelValues) {
        if (series != null) {
            series.get(labelValues).source = source;
        }
        return this;
    }

    /** Ends a series: for labels such as a date, of which only the last few are kept. */
    public void remove(String... labelValues) {
        if (series != null) {
            series.remove(labelValues);
        }
    }

    /** The series itself, to keep where it is set often. */
    public Series series(String... labelValues) {
        return series == null ? Series.NOOP : series.get(labelValues);
    }

    /** One series of a gauge. */
    public static final class Series {

        private static final Series NOOP = new Series(Labels.EMPTY);

        private final Labels labels;
        private volatile double value;
        private volatile @Nullable DoubleSupplier source;

        Series(Labels labels) {
            this.labels = labels;
        }

        public void set(double value) {
            this.value = value;
        }

        /** The value now: as last set, or as its source answers. */
        public double value() {
            DoubleSupplier from = source;
            if (from == null) {
                return value;
            }
            try {
                return from.getAsDouble();
            } catch (RuntimeException e) {
                return Double.NaN; // said in the contract: one broken source must not cost the whole scrape
            }
        }
    }

    /** What the registry asks at a scrape. */
    record Family(MetricMetadata metadata, SeriesMap<Series> series) implements Collector {

        @Override
        public GaugeSnapshot collect() {
            return new GaugeSnapshot(
                    metadata,
                    series.all().stream()
                            .map(one -> new GaugeDataPointSnapshot(one.value(), one.labels, null))
                            .toList());
        }

        @Override
        public MetricFamilyDescriptor getMetricFamilyDescriptor() {
            return MetricFamilyDescriptor.of(MetricType.GAUGE, metadata, series.names());
        }
    }
}
