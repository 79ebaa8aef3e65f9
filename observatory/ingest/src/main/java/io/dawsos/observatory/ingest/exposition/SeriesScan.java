package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.ingest.wire.LabelList;
import io.dawsos.observatory.model.Labels;

/** Reads a series, name and labels, and remembers where its parts stand. */
final class SeriesScan {
    private final Cursor cursor;
    private final boolean lenient;
    private final LabelScan braces;
    private final LabelList sort = new LabelList();
    private int start;
    private int end;
    private int nameStart;
    private int nameEnd;

    SeriesScan(Cursor cursor, boolean lenient, int maxLabels) {
        this.cursor = cursor;
        this.lenient = lenient;
        braces = new LabelScan(cursor, lenient, maxLabels - 1);
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    void read() throws ExpositionException {
        start = cursor.at;
        braces.clear();
        boolean named = cursor.tookMetricName();
        nameStart = start;
        nameEnd = cursor.at;
        readBraces(named);
        checkUtf8();
    }

    private void readBraces(boolean named) throws ExpositionException {
        if (lenient) {
            cursor.skipBlanks();
        }
        if (cursor.peek() == '{') {
            braces.read();
            end = cursor.at;
        } else if (named) {
            end = nameEnd;
        } else {
            throw cursor.wanted("a metric's name or an opening brace");
        }
        if (!named) {
            nameStart = braces.nameStart();
            nameEnd = braces.nameEnd();
        }
        if (nameEnd <= nameStart || (named && braces.hasName())) {
            throw cursor.problem(start, named ? "the series has two metric names" : "the series has no metric name");
        }
    }

    private void checkUtf8() throws ExpositionException {
        int invalid = Utf8.invalidAt(cursor.bytes, start, end);
        if (invalid >= 0) {
            throw cursor.problem(invalid, "the series is not UTF-8");
        }
    }

    /** Whether the metric's name ends so. */
    boolean nameEndsWith(byte[] suffix) {
        int from = nameEnd - suffix.length;
        for (int i = 0; i < suffix.length; i++) {
            if (from < nameStart || cursor.bytes[from + i] != suffix[i]) {
                return false;
            }
        }
        return true;
    }

    /** @param bound the label whose value is written as a number with a point; empty when there is none */
    Labels labels(String bound) throws ExpositionException {
        sort.clear();
        sort.add(Labels.METRIC_NAME, Escapes.text(cursor.bytes, nameStart, nameEnd, true));
        for (int i = 0; i < braces.count(); i++) {
            String name = Escapes.text(cursor.bytes, braces.keyStart(i), braces.keyEnd(i), true);
            String value = Escapes.text(cursor.bytes, braces.valueStart(i), braces.valueEnd(i), true);
            sort.add(name, name.equals(bound) ? Bounds.normal(value) : value);
        }
        String twice = sort.twice();
        if (twice != null) {
            throw cursor.problem(start, "the label \"" + twice + "\" comes twice in a series");
        }
        return sort.labels();
    }
}
