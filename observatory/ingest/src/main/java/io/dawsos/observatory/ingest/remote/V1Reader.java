package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.ingest.wire.LabelList;
import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;

/** Reads {@code prometheus.WriteRequest}, the message of version 1.0. */
final class V1Reader {
    private final WireReader reader;
    private final SeriesVisitor visitor;
    private final LabelList labels = new LabelList();
    private final HistogramReader histogram = new HistogramReader();

    V1Reader(byte[] bytes, SeriesVisitor visitor) {
        reader = new WireReader(bytes, 0, bytes.length);
        this.visitor = visitor;
    }

    void read() throws WireException {
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> series();
                case 3 -> metadata();
                default -> reader.skip();
            }
        }
    }

    /** Reads a series twice, for its labels and for the rest: their order is not promised. */
    private void series() throws WireException {
        int outer = reader.enter();
        int start = reader.at();
        int end = reader.end();
        labels.clear();
        while (reader.next()) {
            if (reader.field() == 1) {
                label();
            } else {
                reader.skip();
            }
        }
        visitor.series(labels.labels(), labels.problem());
        reader.reset(start, end);
        while (reader.next()) {
            switch (reader.field()) {
                case 2 -> SampleReader.read(reader, 0, visitor);
                case 3 -> exemplar();
                case 4 -> histogram.read(reader, 0, visitor);
                default -> reader.skip();
            }
        }
        reader.leave(outer);
    }

    private void label() throws WireException {
        String name = "";
        String value = "";
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> name = reader.string();
                case 2 -> value = reader.string();
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        labels.add(name, value);
    }

    private void exemplar() throws WireException {
        double value = 0;
        long timestamp = 0;
        labels.clear();
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> label();
                case 2 -> value = reader.decimal();
                case 3 -> timestamp = reader.varint();
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        visitor.exemplar(new Exemplar(unique(), value, timestamp));
    }

    private Labels unique() throws WireException {
        if (labels.twice() != null) {
            throw reader.problem("the label \"" + labels.twice() + "\" comes twice in an exemplar");
        }
        return labels.labels();
    }

    private void metadata() throws WireException {
        long type = 0;
        String metric = "";
        String help = "";
        String unit = "";
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> type = reader.varint();
                case 2 -> metric = reader.string();
                case 4 -> help = reader.string();
                case 5 -> unit = reader.string();
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        if (!metric.isEmpty()) {
            visitor.metadata(metric, new MetricMetadata(MetricType.name(type), unit, help));
        }
    }
}
