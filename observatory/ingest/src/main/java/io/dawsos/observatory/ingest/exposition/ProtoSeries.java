package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.ingest.wire.LabelList;
import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;
import io.dawsos.observatory.model.Labels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The series of a metric in protobuf: where its labels lie, and a text that tells it from others. */
final class ProtoSeries {
    private final byte[] body;
    private final int maxLabels;
    private final LabelList sort = new LabelList();
    private int[] bounds = new int[64];
    private int count;
    private int nameStart;
    private int nameEnd;
    private byte[] text = new byte[256];
    private int shared;
    private int length;
    private String suffix = "";
    private String boundLabel = "";
    private double bound;

    ProtoSeries(byte[] body, int maxLabels) {
        this.body = body;
        this.maxLabels = maxLabels;
    }

    /** Says the name of the family whose metrics follow. */
    void family(int from, int to) {
        nameStart = from;
        nameEnd = to;
    }

    void clear() {
        count = 0;
    }

    /** Reads a label of the metric. */
    void label(WireReader reader) throws WireException {
        if (count == maxLabels - 1) {
            throw reader.problem("more than " + maxLabels + " labels on a series");
        }
        if (bounds.length < 4 * (count + 1)) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        Arrays.fill(bounds, 4 * count, 4 * count + 4, 0);
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> bound(4 * count, reader);
                case 2 -> bound(4 * count + 2, reader);
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        if (bounds[4 * count] == bounds[4 * count + 1]) {
            throw reader.problem("a label without a name");
        }
        count++;
    }

    private void bound(int place, WireReader reader) throws WireException {
        int range = reader.range();
        bounds[place] = reader.at() - range;
        bounds[place + 1] = reader.at();
    }

    /** Makes the text of the metric's labels, when all of them are read. */
    void labelsRead() throws WireException {
        length = 0;
        put(nameStart, nameEnd);
        for (int i = 0; i < count; i++) {
            put(',');
            put(bounds[4 * i], bounds[4 * i + 1]);
            put('=');
            put('"');
            put(bounds[4 * i + 2], bounds[4 * i + 3]);
            put('"');
        }
        shared = length;
    }

    private void put(int from, int to) throws WireException {
        int invalid = Utf8.invalidAt(body, from, to);
        if (invalid >= 0) {
            throw new WireException(invalid, "a name or a label that is not UTF-8");
        }
        for (int i = from; i < to; i++) {
            if (body[i] == '"' || body[i] == '\\' || body[i] == ',') {
                put('\\');
            }
            put((char) body[i]);
        }
    }

    private void put(char c) {
        if (length == text.length) {
            text = Arrays.copyOf(text, 2 * length);
        }
        text[length++] = (byte) c;
    }

    /** Goes to one of the metric's series: its name with an ending, without a bound. */
    void series(String ending) {
        series(ending, "", 0);
    }

    /** Goes to one of the metric's series: its name with an ending, and a label that holds a number. */
    void series(String ending, String label, double value) {
        suffix = ending;
        boundLabel = label;
        bound = value;
        length = shared;
        put('/');
        for (int i = 0; i < ending.length(); i++) {
            put(ending.charAt(i));
        }
        if (!label.isEmpty()) {
            putBits(Double.doubleToRawLongBits(value));
        }
    }

    private void putBits(long bits) {
        put(' ');
        for (int shift = 60; shift >= 0; shift -= 4) {
            put(Character.forDigit((int) (bits >>> shift) & 15, 16));
        }
    }

    byte[] text() {
        return text;
    }

    int length() {
        return length;
    }

    int place() {
        return nameStart;
    }

    Labels labels() throws ExpositionException {
        sort.clear();
        sort.add(Labels.METRIC_NAME, string(nameStart, nameEnd) + suffix);
        for (int i = 0; i < count; i++) {
            sort.add(string(bounds[4 * i], bounds[4 * i + 1]), string(bounds[4 * i + 2], bounds[4 * i + 3]));
        }
        if (!boundLabel.isEmpty()) {
            sort.add(boundLabel, FloatText.of(bound));
        }
        String twice = sort.twice();
        if (twice != null) {
            throw new ExpositionException(0, nameStart, "the label \"" + twice + "\" comes twice in a series");
        }
        return sort.labels();
    }

    private String string(int from, int to) {
        return new String(body, from, to - from, StandardCharsets.UTF_8);
    }
}
