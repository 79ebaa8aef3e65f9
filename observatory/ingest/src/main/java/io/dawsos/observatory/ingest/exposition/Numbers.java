package io.dawsos.observatory.ingest.exposition;

/** The numbers of a line. */
final class Numbers {
    private static final int LONGEST = 18;

    private Numbers() {}

    /** Reads a word that is a number. */
    static double read(Cursor cursor, Decimal decimal, String what) throws ExpositionException {
        int start = cursor.at;
        cursor.skipWord();
        double value = decimal.parse(start, cursor.at);
        if (start == cursor.at || !decimal.valid()) {
            cursor.at = start;
            throw cursor.wanted(what);
        }
        return value;
    }

    /** Reads a time as OpenMetrics writes it, in seconds, and gives milliseconds. */
    static long seconds(Cursor cursor, Decimal decimal) throws ExpositionException {
        int start = cursor.at;
        double seconds = read(cursor, decimal, "a timestamp in seconds");
        if (!Double.isFinite(seconds)) {
            throw cursor.problem(start, "a timestamp in seconds is a finite number, got " + seconds);
        }
        return (long) (seconds * 1000);
    }

    /** Reads a time as Prometheus writes it, in whole milliseconds. */
    static long milliseconds(Cursor cursor) throws ExpositionException {
        int start = cursor.at;
        boolean negative = cursor.took('-');
        int digits = cursor.at;
        long value = 0;
        while (cursor.peek() >= '0' && cursor.peek() <= '9' && cursor.at - digits < LONGEST) {
            value = value * 10 + cursor.peek() - '0';
            cursor.at++;
        }
        if (cursor.at == digits) {
            cursor.at = start;
            throw cursor.wanted("the end of the line or a timestamp in milliseconds");
        }
        return negative ? -value : value;
    }
}
