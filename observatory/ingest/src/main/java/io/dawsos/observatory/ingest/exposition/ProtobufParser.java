package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.ingest.exposition.ScrapedMetadata.Kind;
import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;

/** Prometheus's protobuf: metric families, each with its length before it. */
final class ProtobufParser {
    private final WireReader reader;
    private final ExpositionOptions options;
    private final ExpositionSink sink;
    private final ProtoSeries series;
    private final ProtoMetric metric;
    private final Ranges metrics = new Ranges();
    private String name = "";
    private String help = "";
    private String unit = "";
    private ProtoType type = ProtoType.COUNTER;

    ProtobufParser(byte[] body, int length, ExpositionOptions options, ExpositionSink sink) {
        reader = new WireReader(body, 0, length);
        this.options = options;
        this.sink = sink;
        series = new ProtoSeries(body, options.maxLabels());
        metric = new ProtoMetric(body, series, options, sink);
    }

    void parse() throws ExpositionException {
        try {
            while (!reader.atEnd()) {
                int outer = reader.enterRaw();
                family();
                reader.leave(outer);
            }
        } catch (WireException e) {
            throw new ExpositionException(e);
        }
    }

    private void family() throws WireException, ExpositionException {
        if (reader.end() - reader.at() > options.maxLineBytes()) {
            throw reader.problem("the metric family has more than " + options.maxLineBytes() + " bytes");
        }
        header();
        if (name.isEmpty()) {
            throw reader.problem("a metric family without a name");
        }
        describe();
        for (int i = 0; i < metrics.size(); i++) {
            metric.read(type, metrics.from(i), metrics.to(i));
        }
    }

    /** Reads what is said of the family, and remembers where its metrics are: a field may come after them. */
    private void header() throws WireException {
        name = "";
        help = "";
        unit = "";
        type = ProtoType.COUNTER;
        metrics.clear();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> name();
                case 2 -> help = reader.string();
                case 3 -> type = type(reader.varint());
                case 4 -> {
                    int range = reader.range();
                    metrics.add(reader.at() - range, reader.at());
                }
                case 5 -> unit = reader.string();
                default -> reader.skip();
            }
        }
    }

    private void name() throws WireException {
        int range = reader.range();
        series.family(reader.at() - range, reader.at());
        name = WireReader.text(reader.bytes(), reader.at() - range, reader.at());
    }

    private ProtoType type(long number) throws WireException {
        ProtoType known = ProtoType.of(number);
        if (known == null) {
            throw reader.problem("no metric type has the number " + number);
        }
        return known;
    }

    private void describe() throws ExpositionException {
        if (!help.isEmpty()) {
            sink.metadata(new ProtoMetadata(Kind.HELP, name, help));
        }
        sink.metadata(new ProtoMetadata(Kind.TYPE, name, type.type));
        if (!unit.isEmpty()) {
            sink.metadata(new ProtoMetadata(Kind.UNIT, name, unit));
        }
    }
}
