package io.dawsos.telemetry.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.MetricType;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what happened since the process started. Thread-safe. */
public final class Counter {

    static final Counter NOOP = new Counter(null);

    private final @Nullable SeriesMap<Series> series;

    Counter(@Nullable SeriesMap<Series> series) {
        this.series = series;
    }

    /** Makes the series exist at 0, so that {@code increase()} sees its first event. */
    public Counter init(String... labelValues) {
        series(labelValues);
        return this;
    }

    public void inc(String... labelValues) {
        if (series != null) {
            series.get(labelValues).inc();
        }
    }

    /** @param amount 0 or more; another is not added */
    public void add(double amount, String... labelValues) {
        if (series != null) {
            series.get(labelValues).add(amount);
        }
    }

    /** The series itself, to keep where it is counted often. */
    public Series series(String... labelValues) {
        return series == null ? Series.NOOP : series.get(labelValues);
    }

    /** One series of a counter. */
    public static final class Series {

        private static final Series NOOP = new Series(null);

        private final @Nullable Labels labels;
        private final LongAdder ones = new LongAdder();
        private final DoubleAdder amounts = new DoubleAdder();
        private volatile @Nullable Sighting last;

        Series(@Nullable Labels labels) {
            this.labels = labels;
        }

        public void inc() {
            if (labels != null) {
                ones.increment();
                see(1);
            }
        }

        /** @param amount 0 or more; another is not added */
        public void add(double amount) {
            if (labels != null && amount >= 0) {
                amounts.add(amount);
                see(amount);
            }
        }

        /** What was counted so far. */
        public double value() {
            return ones.sum() + amounts.sum();
        }

        private void see(double amount) {
            Sighting seen = Sighting.of(amount);
            if (seen != null) {
                last = seen;
            }
        }

        private CounterDataPointSnapshot snapshot(Labels of) {
            return new CounterDataPointSnapshot(value(), of, Sighting.exemplar(last), 0);
        }
    }

    /** What the registry asks at a scrape. */
    record Family(MetricMetadata metadata, SeriesMap<Series> series) implements Collector {

        @Override
        public CounterSnapshot collect() {
            return new CounterSnapshot(
                    metadata,
                    series.all().stream()
                            .filter(one -> one.labels != null)
                            .map(one -> one.snapshot(one.labels))
                            .toList());
        }

        @Override
        public MetricFamilyDescriptor getMetricFamilyDescriptor() {
            return MetricFamilyDescriptor.of(MetricType.COUNTER, metadata, series.names());
        }
    }
}
