package io.dawsos.portfolio.seed;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Rows into one table by PostgreSQL's COPY, in its text format. */
final class CopyTarget implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(CHUNK + 1024);
    private long count;

    CopyTarget(CopyManager copies, String tableAndColumns) throws SQLException {
        copy = copies.copyIn("COPY " + tableAndColumns + " FROM STDIN");
    }

    /** One row; null is NULL. Numbers, dates and ids are written as their text. */
    void row(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            append(values[i]);
        }
        rows.append('\n');
        count++;
        if (rows.length() > CHUNK) {
            flush();
        }
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> rows.append("\\N");
            case BigDecimal number -> rows.append(number.toPlainString());
            case String text -> escape(text);
            default -> rows.append(value);
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(text.charAt(i));
            }
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    /** @return how many rows were written */
    long finish() throws SQLException {
        flush();
        copy.endCopy();
        return count;
    }

    /** Takes back what was written, unless it was finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
