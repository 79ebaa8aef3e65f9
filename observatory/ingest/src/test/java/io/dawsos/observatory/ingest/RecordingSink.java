package io.dawsos.observatory.ingest;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Refusal;
import io.dawsos.observatory.model.SeriesSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps what is committed, in memory; refuses as a store does what is late or contradicts. */
public final class RecordingSink implements SeriesSink {
    /** One sample. */
    public record Sample(
            long timestamp, double value, @Nullable NativeHistogram histogram, long start) {}

    private final Map<Labels, List<Sample>> series = new TreeMap<>();
    private final Map<Labels, List<Exemplar>> exemplars = new TreeMap<>();
    private final Map<String, MetricMetadata> metadata = new TreeMap<>();
    private boolean broken;

    /** From now on no commit can be made durable. */
    public synchronized void breaks() {
        broken = true;
    }

    public synchronized Map<Labels, List<Sample>> series() {
        Map<Labels, List<Sample>> copy = new TreeMap<>();
        series.forEach((labels, samples) -> copy.put(labels, List.copyOf(samples)));
        return copy;
    }

    public synchronized Map<String, MetricMetadata> metadata() {
        return new TreeMap<>(metadata);
    }

    public synchronized List<Exemplar> exemplars(Labels labels) {
        return List.copyOf(exemplars.getOrDefault(labels, List.of()));
    }

    public synchronized long samples() {
        return series.values().stream().mapToLong(List::size).sum();
    }

    public List<Sample> samples(Labels labels) {
        return series().getOrDefault(labels, List.of());
    }

    /** Each series with its last value, as text. */
    public List<String> texts() {
        return series().entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue().getLast().value())
                .toList();
    }

    @Override
    public Appender appender() {
        return new RecordingAppender();
    }

    @Override
    public int ref(Labels labels) {
        return -1;
    }

    /** Something that becomes true at the commit. */
    private interface Write {
        @Nullable
        Refusal write();
    }

    private final class RecordingAppender implements Appender {
        private final List<Write> writes = new ArrayList<>();
        private int size;

        @Override
        public Appender append(Labels labels, long timestamp, double value) {
            return add(labels, timestamp, value, null);
        }

        @Override
        public Appender append(Labels labels, long timestamp, NativeHistogram histogram) {
            return add(labels, timestamp, Double.NaN, histogram);
        }

        private Appender add(Labels labels, long timestamp, double value, @Nullable NativeHistogram histogram) {
            long[] started = {0};
            lastStart = started;
            size++;
            writes.add(() -> store(labels, new Sample(timestamp, value, histogram, started[0])));
            return this;
        }

        private long[] lastStart = {0};

        @Override
        public Appender append(int ref, long timestamp, double value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Appender append(int ref, long timestamp, NativeHistogram histogram) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Appender startedAt(long startTimestamp) {
            lastStart[0] = startTimestamp;
            return this;
        }

        @Override
        public Appender exemplar(Labels labels, Exemplar exemplar) {
            writes.add(() -> {
                exemplars.computeIfAbsent(labels, missing -> new ArrayList<>()).add(exemplar);
                return null;
            });
            return this;
        }

        @Override
        public Appender metadata(String metric, MetricMetadata known) {
            writes.add(() -> {
                metadata.put(metric, known);
                return null;
            });
            return this;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public AppendOutcome commit() throws IOException {
            synchronized (RecordingSink.this) {
                if (broken) {
                    throw new IOException("no space left on device");
                }
                EnumMap<Refusal, Long> refused = new EnumMap<>(Refusal.class);
                for (Write write : writes) {
                    Refusal refusal = write.write();
                    if (refusal != null) {
                        refused.merge(refusal, 1L, Long::sum);
                    }
                }
                long lost = refused.values().stream().mapToLong(Long::longValue).sum();
                AppendOutcome outcome = new AppendOutcome(
                        size - lost,
                        0,
                        refused,
                        refused.keySet().stream().map(Refusal::reason).toList());
                rollback();
                return outcome;
            }
        }

        @Override
        public void rollback() {
            writes.clear();
            size = 0;
        }
    }

    private @Nullable Refusal store(Labels labels, Sample sample) {
        List<Sample> samples = series.computeIfAbsent(labels, missing -> new ArrayList<>());
        if (!samples.isEmpty() && samples.getLast().timestamp() > sample.timestamp()) {
            return Refusal.OUT_OF_ORDER;
        }
        if (!samples.isEmpty() && samples.getLast().timestamp() == sample.timestamp()) {
            return samples.getLast().equals(sample) ? null : Refusal.DUPLICATE_TIMESTAMP;
        }
        samples.add(sample);
        return null;
    }
}
