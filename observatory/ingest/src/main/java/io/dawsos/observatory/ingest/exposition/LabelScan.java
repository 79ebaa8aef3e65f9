package io.dawsos.observatory.ingest.exposition;

import java.util.Arrays;

/** Reads labels in braces and remembers where they stand, without making text of them. */
final class LabelScan {
    private final Cursor cursor;
    private final boolean lenient;
    private final int maxLabels;
    private int[] bounds = new int[64];
    private int count;
    private int nameStart;
    private int nameEnd;

    /** @param lenient whether blanks may stand between the parts, and line breaks within values */
    LabelScan(Cursor cursor, boolean lenient, int maxLabels) {
        this.cursor = cursor;
        this.lenient = lenient;
        this.maxLabels = maxLabels;
    }

    void clear() {
        count = 0;
        nameStart = -1;
        nameEnd = -1;
    }

    int count() {
        return count;
    }

    int keyStart(int i) {
        return bounds[4 * i];
    }

    int keyEnd(int i) {
        return bounds[4 * i + 1];
    }

    int valueStart(int i) {
        return bounds[4 * i + 2];
    }

    int valueEnd(int i) {
        return bounds[4 * i + 3];
    }

    /** Whether a quoted metric's name stood in the braces. */
    boolean hasName() {
        return nameStart >= 0;
    }

    int nameStart() {
        return nameStart;
    }

    int nameEnd() {
        return nameEnd;
    }

    /** Reads from the opening brace over the closing one. */
    void read() throws ExpositionException {
        clear();
        cursor.at++;
        blanks();
        while (!cursor.took('}')) {
            one();
            blanks();
            if (cursor.took(',')) {
                blanks();
            } else if (cursor.peek() != '}') {
                throw cursor.wanted("a comma or a closing brace after a label");
            }
        }
    }

    private void one() throws ExpositionException {
        boolean quoted = cursor.peek() == '"';
        int start = cursor.at;
        if (quoted) {
            quoted();
        } else if (!cursor.tookLabelName()) {
            throw cursor.wanted("a label's name or a closing brace");
        }
        int from = quoted ? start + 1 : start;
        int to = quoted ? cursor.at - 1 : cursor.at;
        blanks();
        if (quoted && (cursor.peek() == ',' || cursor.peek() == '}')) {
            name(from, to);
            return;
        }
        if (!cursor.took('=')) {
            throw cursor.wanted("an equal sign after a label's name");
        }
        blanks();
        value(from, to);
    }

    private void name(int from, int to) throws ExpositionException {
        if (hasName()) {
            throw cursor.problem(from - 1, "the series has two metric names; a label wants a value after its name");
        }
        nameStart = from;
        nameEnd = to;
    }

    private void value(int keyStart, int keyEnd) throws ExpositionException {
        if (cursor.peek() != '"') {
            throw cursor.wanted("a label's value in double quotes");
        }
        int start = cursor.at;
        quoted();
        if (count == maxLabels) {
            throw cursor.problem(keyStart, "more than " + maxLabels + " labels on a series");
        }
        if (bounds.length < 4 * (count + 1)) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[4 * count] = keyStart;
        bounds[4 * count + 1] = keyEnd;
        bounds[4 * count + 2] = start + 1;
        bounds[4 * count + 3] = cursor.at - 1;
        count++;
    }

    private void quoted() throws ExpositionException {
        if (!cursor.tookQuoted(lenient)) {
            throw cursor.wanted("a closing double quote");
        }
    }

    private void blanks() {
        if (lenient) {
            cursor.skipBlanks();
        }
    }
}
