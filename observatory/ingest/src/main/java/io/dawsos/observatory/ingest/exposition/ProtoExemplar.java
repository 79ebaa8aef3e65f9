package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.ingest.wire.LabelList;
import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;
import io.dawsos.observatory.model.Exemplar;

/** Reads an exemplar: labels, value, time. */
final class ProtoExemplar {
    private final LabelList labels = new LabelList();
    private double value;
    private long timestamp;

    void read(WireReader reader) throws WireException {
        labels.clear();
        value = 0;
        timestamp = 0;
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> label(reader);
                case 2 -> value = reader.decimal();
                case 3 -> timestamp = ProtoTime.milliseconds(reader);
                default -> reader.skip();
            }
        }
        String twice = labels.twice();
        if (twice != null) {
            throw reader.problem("the label \"" + twice + "\" comes twice in an exemplar");
        }
    }

    private void label(WireReader reader) throws WireException {
        String name = "";
        String text = "";
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> name = reader.string();
                case 2 -> text = reader.string();
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        labels.add(name, text);
    }

    boolean timed() {
        return timestamp != 0;
    }

    Exemplar exemplar(long otherwise) {
        return new Exemplar(labels.labels(), value, timed() ? timestamp : otherwise);
    }
}
