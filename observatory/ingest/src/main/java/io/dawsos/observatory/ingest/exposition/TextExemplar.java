package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.ingest.wire.LabelList;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;

/** The exemplar at the end of a line; filled by a parser, line after line. */
final class TextExemplar {
    private final Cursor cursor;
    private final LabelScan labels;
    private final LabelList sort = new LabelList();
    private boolean present;
    private double value;
    private boolean timed;
    private long timestamp;

    TextExemplar(Cursor cursor, int maxLabels) {
        this.cursor = cursor;
        labels = new LabelScan(cursor, false, maxLabels);
    }

    void clear() {
        present = false;
        timed = false;
    }

    boolean present() {
        return present;
    }

    /** Reads the labels, from the opening brace on. */
    void readLabels() throws ExpositionException {
        int start = cursor.at;
        labels.read();
        if (labels.hasName()) {
            throw cursor.problem(start, "an exemplar has no metric name; a label wants a value after its name");
        }
        int invalid = Utf8.invalidAt(cursor.bytes, start, cursor.at);
        if (invalid >= 0) {
            throw cursor.problem(invalid, "the exemplar is not UTF-8");
        }
        present = true;
    }

    void value(double read) {
        value = read;
    }

    void timestamp(long milliseconds) {
        timed = true;
        timestamp = milliseconds;
    }

    Exemplar exemplar(long otherwise) throws ExpositionException {
        return new Exemplar(labels(), value, timed ? timestamp : otherwise);
    }

    private Labels labels() throws ExpositionException {
        sort.clear();
        for (int i = 0; i < labels.count(); i++) {
            sort.add(
                    Escapes.text(cursor.bytes, labels.keyStart(i), labels.keyEnd(i), true),
                    Escapes.text(cursor.bytes, labels.valueStart(i), labels.valueEnd(i), true));
        }
        String twice = sort.twice();
        if (twice != null) {
            throw cursor.problem(labels.keyStart(0), "the label \"" + twice + "\" comes twice in an exemplar");
        }
        return sort.labels();
    }
}
