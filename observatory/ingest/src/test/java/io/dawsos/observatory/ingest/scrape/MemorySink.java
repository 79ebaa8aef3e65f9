package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Refusal;
import io.dawsos.observatory.model.SeriesSink;
import io.dawsos.observatory.model.StaleMarker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Keeps all that is appended. Its numbers of series can be made to be forgotten. */
final class MemorySink implements SeriesSink {
    private final Map<Labels, TreeMap<Long, Double>> floats = new HashMap<>();
    private final Map<Labels, List<NativeHistogram>> histograms = new HashMap<>();
    private final Map<Labels, List<Exemplar>> exemplars = new HashMap<>();
    private final Map<String, MetricMetadata> metadata = new HashMap<>();
    private final Map<Labels, Integer> refs = new HashMap<>();
    private final Map<Integer, Labels> series = new HashMap<>();
    private int nextRef;
    private long byRef;

    @Override
    public Appender appender() {
        return new Batch();
    }

    @Override
    public synchronized int ref(Labels labels) {
        return refs.getOrDefault(labels, -1);
    }

    synchronized void forgetRefs() {
        refs.clear();
        series.clear();
    }

    /** The samples of the one series that these labels are part of; empty when there is none. */
    synchronized NavigableMap<Long, Double> samples(String metric, String... labels) {
        Labels wanted = Labels.of(labels);
        TreeMap<Long, Double> found = new TreeMap<>();
        floats.forEach((name, samples) -> {
            if (name.metricName().equals(metric)
                    && name.only(wanted.toMap().keySet()).equals(wanted)) {
                found.putAll(samples);
            }
        });
        return found;
    }

    double last(String metric, String... labels) {
        NavigableMap<Long, Double> samples = samples(metric, labels);
        return samples.isEmpty() ? Double.NaN : samples.lastEntry().getValue();
    }

    boolean ended(String metric, String... labels) {
        NavigableMap<Long, Double> samples = samples(metric, labels);
        return !samples.isEmpty() && StaleMarker.is(samples.lastEntry().getValue());
    }

    synchronized List<Labels> labels(String metric) {
        return floats.keySet().stream()
                .filter(labels -> labels.metricName().equals(metric))
                .sorted()
                .toList();
    }

    synchronized List<NativeHistogram> histograms(Labels labels) {
        return List.copyOf(histograms.getOrDefault(labels, List.of()));
    }

    synchronized List<Exemplar> exemplars() {
        return exemplars.values().stream().flatMap(List::stream).toList();
    }

    synchronized Map<String, MetricMetadata> metadata() {
        return Map.copyOf(metadata);
    }

    /** Samples that came by number. */
    synchronized long byRef() {
        return byRef;
    }

    private final class Batch implements Appender {
        private final List<Runnable> writes = new ArrayList<>();
        private long unknown;

        @Override
        public Appender append(Labels labels, long timestamp, double value) {
            writes.add(() -> put(labels, timestamp, value));
            return this;
        }

        private void put(Labels labels, long timestamp, double value) {
            refs.computeIfAbsent(labels, name -> {
                series.put(nextRef, name);
                return nextRef++;
            });
            floats.computeIfAbsent(labels, _ -> new TreeMap<>()).put(timestamp, value);
        }

        @Override
        public Appender append(Labels labels, long timestamp, NativeHistogram histogram) {
            writes.add(() ->
                    histograms.computeIfAbsent(labels, _ -> new ArrayList<>()).add(histogram));
            return this;
        }

        @Override
        public Appender append(int ref, long timestamp, double value) {
            writes.add(() -> {
                Labels labels = series.get(ref);
                if (labels == null) {
                    unknown++;
                } else {
                    byRef++;
                    put(labels, timestamp, value);
                }
            });
            return this;
        }

        @Override
        public Appender append(int ref, long timestamp, NativeHistogram histogram) {
            Labels labels = series.get(ref);
            return labels == null ? this : append(labels, timestamp, histogram);
        }

        @Override
        public Appender startedAt(long startTimestamp) {
            return this;
        }

        @Override
        public Appender exemplar(Labels labels, Exemplar exemplar) {
            writes.add(() ->
                    exemplars.computeIfAbsent(labels, _ -> new ArrayList<>()).add(exemplar));
            return this;
        }

        @Override
        public Appender metadata(String metric, MetricMetadata said) {
            writes.add(() -> metadata.put(metric, said));
            return this;
        }

        @Override
        public int size() {
            return writes.size();
        }

        @Override
        public AppendOutcome commit() {
            synchronized (MemorySink.this) {
                writes.forEach(Runnable::run);
            }
            Map<Refusal, Long> refused = unknown == 0 ? Map.of() : Map.of(Refusal.UNKNOWN_SERIES, unknown);
            return new AppendOutcome(writes.size() - unknown, 0, refused, List.of());
        }

        @Override
        public void rollback() {
            writes.clear();
        }
    }
}
