package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.ingest.wire.WireWriter;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;

/**
 * Writes {@code prometheus.WriteRequest}. Two messages one after the other are one message of all that both hold. The
 * starts of counters are written in fields that version 1.0 does not know, which its readers step over.
 */
final class V1Writer implements RequestWriter {
    private final WireWriter out = new WireWriter();
    private Labels series = Labels.EMPTY;
    private int open = -1;
    private int samples;

    @Override
    public void series(Labels labels, String problem) {
        if (open >= 0 && !labels.equals(series)) {
            close();
        }
        series = labels;
    }

    private void open() {
        samples++;
        if (open < 0) {
            open = out.begin(1);
            labels(series);
        }
    }

    private void close() {
        if (open >= 0) {
            out.end(open);
            open = -1;
        }
    }

    private void labels(Labels labels) {
        for (int i = 0; i < labels.size(); i++) {
            int label = out.begin(1);
            out.text(1, labels.name(i));
            out.text(2, labels.value(i));
            out.end(label);
        }
    }

    @Override
    public void sample(long timestamp, double value, long start) {
        open();
        int sample = out.begin(2);
        out.decimal(1, value);
        out.varint(2, timestamp);
        out.varint(3, start);
        out.end(sample);
    }

    @Override
    public void histogram(long timestamp, NativeHistogram histogram, long start) {
        open();
        int message = out.begin(4);
        HistogramWriter.write(out, timestamp, histogram, start);
        out.end(message);
    }

    @Override
    public void badHistogram(String problem) {
        throw new IllegalStateException(problem);
    }

    @Override
    public void exemplar(Exemplar exemplar) {
        open();
        int message = out.begin(3);
        labels(exemplar.labels());
        out.decimal(2, exemplar.value());
        out.varint(3, exemplar.timestamp());
        out.end(message);
    }

    @Override
    public void metadata(String metric, MetricMetadata metadata) {
        close();
        int message = out.begin(3);
        out.varint(1, MetricType.number(metadata.type()));
        out.text(2, metric);
        out.text(4, metadata.help());
        out.text(5, metadata.unit());
        out.end(message);
    }

    @Override
    public int samples() {
        return samples;
    }

    @Override
    public void clear() {
        out.clear();
        open = -1;
        samples = 0;
    }

    @Override
    public byte[] message() {
        close();
        return out.toByteArray();
    }
}
