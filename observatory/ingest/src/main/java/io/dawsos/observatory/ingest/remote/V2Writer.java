package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.ingest.wire.WireWriter;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes {@code io.prometheus.write.v2.Request}: each text once, and metadata beside each series. */
final class V2Writer implements RequestWriter {
    private final Function<String, @Nullable MetricMetadata> known;
    private final WireWriter out = new WireWriter();
    private final Map<String, Integer> symbols = new LinkedHashMap<>();
    private Labels series = Labels.EMPTY;
    private int open = -1;
    private int samples;

    /** @param known what is known of the metric of a series, by the series' name */
    V2Writer(Function<String, @Nullable MetricMetadata> known) {
        this.known = known;
        symbols.put("", 0);
    }

    private int symbol(String text) {
        Integer number = symbols.get(text);
        if (number == null) {
            number = symbols.size();
            symbols.put(text, number);
        }
        return number;
    }

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
            open = out.begin(5);
            labels(series);
        }
    }

    private void labels(Labels labels) {
        int packed = out.begin(1);
        for (int i = 0; i < labels.size(); i++) {
            out.raw(symbol(labels.name(i)));
            out.raw(symbol(labels.value(i)));
        }
        out.end(packed);
    }

    private void close() {
        if (open >= 0) {
            MetricMetadata metadata = known.apply(series.metricName());
            if (metadata != null) {
                described(metadata);
            }
            out.end(open);
            open = -1;
        }
    }

    private void described(MetricMetadata metadata) {
        int message = out.begin(5);
        out.varint(1, MetricType.number(metadata.type()));
        out.varint(3, symbol(metadata.help()));
        out.varint(4, symbol(metadata.unit()));
        out.end(message);
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
        int message = out.begin(3);
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
        int message = out.begin(4);
        labels(exemplar.labels());
        out.decimal(2, exemplar.value());
        out.varint(3, exemplar.timestamp());
        out.end(message);
    }

    /** Metadata goes with the series, not by itself. */
    @Override
    public void metadata(String metric, MetricMetadata metadata) {}

    @Override
    public int samples() {
        return samples;
    }

    @Override
    public void clear() {
        out.clear();
        symbols.clear();
        symbols.put("", 0);
        open = -1;
        samples = 0;
    }

    @Override
    public byte[] message() {
        close();
        WireWriter message = new WireWriter();
        symbols.keySet().forEach(text -> message.text(4, text));
        message.append(out);
        return message.toByteArray();
    }
}
