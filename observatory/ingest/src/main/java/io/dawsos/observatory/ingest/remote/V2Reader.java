package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.ingest.wire.LabelList;
import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;

/** Reads {@code io.prometheus.write.v2.Request}, the message of version 2.0, whose texts are numbers of a table. */
final class V2Reader {
    private final WireReader reader;
    private final int end;
    private final SeriesVisitor visitor;
    private final Symbols symbols = new Symbols();
    private final LabelList labels = new LabelList();
    private final Refs refs = new Refs();
    private final HistogramReader histogram = new HistogramReader();

    V2Reader(byte[] bytes, SeriesVisitor visitor) {
        reader = new WireReader(bytes, 0, bytes.length);
        end = bytes.length;
        this.visitor = visitor;
    }

    /** Reads the table first: its order beside the series is not promised. */
    void read() throws WireException {
        while (reader.next()) {
            if (reader.field() == 4) {
                symbols.add(reader);
            } else {
                reader.skip();
            }
        }
        reader.reset(0, end);
        while (reader.next()) {
            if (reader.field() == 5) {
                series();
            } else {
                reader.skip();
            }
        }
    }

    private void series() throws WireException {
        int outer = reader.enter();
        int seriesStart = reader.at();
        int seriesEnd = reader.end();
        long start = 0;
        refs.clear();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> refs.read(reader);
                case 6 -> start = reader.varint();
                default -> reader.skip();
            }
        }
        labels(refs);
        Labels series = labels.labels();
        visitor.series(series, labels.problem());
        reader.reset(seriesStart, seriesEnd);
        while (reader.next()) {
            switch (reader.field()) {
                case 2 -> SampleReader.read(reader, start, visitor);
                case 3 -> histogram.read(reader, start, visitor);
                case 4 -> exemplar();
                case 5 -> metadata(series);
                default -> reader.skip();
            }
        }
        reader.leave(outer);
    }

    private void labels(Refs from) throws WireException {
        if (from.size() % 2 != 0) {
            throw reader.problem("a series wants a value for each label, got " + from.size() + " numbers of texts");
        }
        labels.clear();
        for (int i = 0; i < from.size(); i += 2) {
            labels.add(symbols.text(from.get(i), reader), symbols.text(from.get(i + 1), reader));
        }
    }

    private void exemplar() throws WireException {
        double value = 0;
        long timestamp = 0;
        refs.clear();
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> refs.read(reader);
                case 2 -> value = reader.decimal();
                case 3 -> timestamp = reader.varint();
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        labels(refs);
        if (labels.twice() != null) {
            throw reader.problem("the label \"" + labels.twice() + "\" comes twice in an exemplar");
        }
        visitor.exemplar(new Exemplar(labels.labels(), value, timestamp));
    }

    private void metadata(Labels series) throws WireException {
        long type = 0;
        long help = 0;
        long unit = 0;
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> type = reader.varint();
                case 3 -> help = reader.varint();
                case 4 -> unit = reader.varint();
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        if (series.has(Labels.METRIC_NAME) && (type != 0 || help != 0 || unit != 0)) {
            String name = MetricType.name(type);
            visitor.metadata(
                    MetricType.family(series.metricName(), name),
                    new MetricMetadata(name, symbols.text(unit, reader), symbols.text(help, reader)));
        }
    }
}
