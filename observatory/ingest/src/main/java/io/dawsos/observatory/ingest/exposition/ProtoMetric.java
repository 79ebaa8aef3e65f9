package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;

/** Reads a metric of a family and hands over its samples. */
final class ProtoMetric {
    private final WireReader reader;
    private final ProtoSeries series;
    private final ProtoSample sample;
    private final ProtoHistogram histogram;
    private final ExpositionOptions options;
    private final ExpositionSink sink;
    private final Ranges exemplars = new Ranges();
    private long timestamp;
    private int valueStart;
    private int valueEnd;

    ProtoMetric(byte[] body, ProtoSeries series, ExpositionOptions options, ExpositionSink sink) {
        reader = new WireReader(body, 0, 0);
        this.series = series;
        sample = new ProtoSample(body, series);
        histogram = new ProtoHistogram(reader);
        this.options = options;
        this.sink = sink;
    }

    void read(ProtoType type, int from, int to) throws WireException, ExpositionException {
        reader.reset(from, to);
        outline(type);
        if (valueStart < 0) {
            throw new WireException(from, "a metric of a family of type " + type.type + " that has no such value");
        }
        series.labelsRead();
        reader.reset(valueStart, valueEnd);
        switch (type) {
            case COUNTER, GAUGE, UNTYPED -> number();
            case SUMMARY -> summary();
            case HISTOGRAM, GAUGE_HISTOGRAM -> histogram(type == ProtoType.GAUGE_HISTOGRAM);
        }
    }

    private void outline(ProtoType type) throws WireException {
        series.clear();
        timestamp = 0;
        valueStart = -1;
        while (reader.next()) {
            if (reader.field() == 1) {
                series.label(reader);
            } else if (reader.field() == 6) {
                timestamp = reader.varint();
            } else if (reader.field() == type.field) {
                int range = reader.range();
                valueStart = reader.at() - range;
                valueEnd = reader.at();
            } else {
                reader.skip();
            }
        }
    }

    private void number() throws WireException, ExpositionException {
        double value = 0;
        long start = 0;
        exemplars.clear();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> value = reader.decimal();
                case 2 -> {
                    int range = reader.range();
                    exemplars.add(reader.at() - range, reader.at());
                }
                case 3 -> start = ProtoTime.milliseconds(reader);
                default -> reader.skip();
            }
        }
        sample.metric(timestamp, start);
        sample.value(value);
        addExemplars(exemplars);
        series.series("");
        sink.sample(sample);
    }

    private void addExemplars(Ranges ranges) {
        for (int i = 0; i < ranges.size(); i++) {
            sample.exemplar(ranges.from(i), ranges.to(i));
        }
    }

    private void send(String ending, double value) throws ExpositionException {
        send(ending, "", 0, value);
    }

    private void send(String ending, String boundLabel, double bound, double value) throws ExpositionException {
        series.series(ending, boundLabel, bound);
        sample.value(value);
        sink.sample(sample);
    }

    private void summary() throws WireException, ExpositionException {
        ProtoSummary summary = new ProtoSummary();
        summary.read(reader);
        sample.metric(timestamp, summary.start());
        send("_count", summary.count());
        send("_sum", summary.sum());
        for (int i = 0; i < summary.quantiles(); i++) {
            send("", Bounds.QUANTILE, summary.quantile(i), summary.value(i));
        }
    }

    private void histogram(boolean gauge) throws WireException, ExpositionException {
        histogram.read();
        sample.metric(timestamp, histogram.start());
        boolean nativeToo = options.nativeHistograms() && histogram.isNative();
        if (nativeToo) {
            series.series("");
            sample.histogram(histogram.toNative(gauge));
            addExemplars(histogram.exemplars());
            sink.sample(sample);
        }
        if (!nativeToo || (options.classicBesideNative() && histogram.buckets() > 0)) {
            classic();
        }
    }

    private void classic() throws ExpositionException {
        send("_count", histogram.count());
        send("_sum", histogram.sum());
        boolean whole = false;
        for (int i = 0; i < histogram.buckets(); i++) {
            series.series("_bucket", Bounds.BUCKET, histogram.bound(i));
            sample.value(histogram.cumulative(i));
            if (histogram.hasExemplar(i)) {
                sample.exemplar(histogram.exemplarStart(i), histogram.exemplarEnd(i));
            }
            sink.sample(sample);
            whole |= histogram.bound(i) == Double.POSITIVE_INFINITY;
        }
        if (!whole) {
            send("_bucket", Bounds.BUCKET, Double.POSITIVE_INFINITY, histogram.count());
        }
    }
}
