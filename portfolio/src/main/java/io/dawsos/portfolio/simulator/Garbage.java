package io.dawsos.portfolio.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Answers that cannot be used. */
enum Garbage {
    /** A page for people, as proxies answer. */
    HTML,
    /** The right answer, cut off in the middle. */
    TRUNCATED,
    /** Well-formed, with text where a list belongs and the other way round. */
    TYPES,
    /** The right answer with every number negative. */
    NEGATIVE,
    /** Fifty megabytes. */
    HUGE,
    /** Nothing at all. */
    EMPTY;

    private static final int HUGE_BYTES = 50 << 20;
    private static final int PIECE = 64 << 10;

    /** @param right what would have been answered */
    void write(Page right, OutputStream out) throws IOException {
        switch (this) {
            case HTML -> out.write(bytes("<html><head><title>Bad gateway</title></head><body>502</body></html>"));
            case TRUNCATED -> out.write(right.body(), 0, right.body().length / 2);
            case TYPES ->
                out.write(bytes("{\"status\":[\"OK\"],\"results\":\"none\",\"observations\":{},\"tickers\":7}"));
            case NEGATIVE -> out.write(bytes(negated(right.text())));
            case HUGE -> writeHuge(out);
            case EMPTY -> out.flush();
        }
    }

    /** In JSON and in CSV, quoted or not. */
    private static String negated(String text) {
        return text.replaceAll("([:,]\\s*\"?)(\\d+\\.\\d+)(?=[\",}\\s])", "$1-$2");
    }

    private static void writeHuge(OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        Arrays.fill(piece, (byte) ' ');
        for (int written = 0; written < HUGE_BYTES; written += PIECE) {
            out.write(piece);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
