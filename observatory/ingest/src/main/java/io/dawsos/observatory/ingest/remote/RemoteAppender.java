package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A batch on its way into the queue of a client. */
final class RemoteAppender implements Appender {
    private final RemoteWriteClient client;
    private final V1Writer writer = new V1Writer();
    private final List<PackedSamples> packed = new ArrayList<>();
    private long appended;
    private long unknown;
    private boolean waiting;
    private @Nullable Labels series;
    private long timestamp;
    private double value;
    private @Nullable NativeHistogram histogram;
    private long start;

    RemoteAppender(RemoteWriteClient client) {
        this.client = client;
    }

    @Override
    public Appender append(Labels labels, long time, double sample) {
        next(labels, time);
        value = sample;
        return this;
    }

    @Override
    public Appender append(Labels labels, long time, NativeHistogram sample) {
        next(labels, time);
        histogram = sample;
        return this;
    }

    private void next(Labels labels, long time) {
        flush();
        waiting = true;
        series = labels;
        timestamp = time;
        appended++;
    }

    @Override
    public Appender append(int ref, long time, double sample) {
        unknown++;
        return this;
    }

    @Override
    public Appender append(int ref, long time, NativeHistogram sample) {
        unknown++;
        return this;
    }

    @Override
    public Appender startedAt(long startTimestamp) {
        start = startTimestamp;
        return this;
    }

    /** Writes the sample that was appended last, whose start is now known. */
    private void flush() {
        if (waiting && series != null) {
            Labels sent = client.sent(series);
            if (sent != null) {
                write(sent);
            }
        }
        waiting = false;
        histogram = null;
        start = 0;
    }

    private void write(Labels sent) {
        NativeHistogram wanted = histogram;
        if (wanted == null) {
            writer.series(sent, "");
            writer.sample(timestamp, value, start);
        } else if (client.sendsNativeHistograms()) {
            writer.series(sent, "");
            writer.histogram(timestamp, wanted, start);
        } else {
            client.counts().dropped(RemoteWriteDrop.NATIVE_HISTOGRAM, 1);
        }
        pack(client.perRecord());
    }

    private void pack(int least) {
        if (writer.samples() >= least && writer.samples() > 0) {
            packed.add(new PackedSamples(writer.message(), writer.samples()));
            writer.clear();
        }
    }

    @Override
    public Appender exemplar(Labels labels, Exemplar exemplar) {
        flush();
        Labels sent = client.sendsExemplars() ? client.sent(labels) : null;
        if (sent != null) {
            writer.series(sent, "");
            writer.exemplar(exemplar);
            pack(client.perRecord());
        }
        return this;
    }

    @Override
    public Appender metadata(String metric, MetricMetadata metadata) {
        client.metadata(metric, metadata);
        return this;
    }

    @Override
    public int size() {
        return (int) Math.min(Integer.MAX_VALUE, appended);
    }

    @Override
    public AppendOutcome commit() throws IOException {
        flush();
        pack(0);
        Map<Refusal, Long> refused = unknown == 0 ? Map.of() : Map.of(Refusal.UNKNOWN_SERIES, unknown);
        AppendOutcome outcome = new AppendOutcome(appended, 0, refused, List.of());
        try {
            for (int i = 0; i < packed.size(); i++) {
                queue(i);
            }
        } finally {
            rollback();
        }
        return outcome;
    }

    private void queue(int i) throws IOException {
        try {
            client.queue().add(packed.get(i).message(), packed.get(i).samples());
        } catch (IOException e) {
            long lost = packed.subList(i, packed.size()).stream()
                    .mapToLong(PackedSamples::samples)
                    .sum();
            client.counts().dropped(RemoteWriteDrop.NOT_QUEUED, lost);
            throw e;
        }
    }

    @Override
    public void rollback() {
        writer.clear();
        packed.clear();
        waiting = false;
        histogram = null;
        start = 0;
        appended = 0;
        unknown = 0;
    }
}
