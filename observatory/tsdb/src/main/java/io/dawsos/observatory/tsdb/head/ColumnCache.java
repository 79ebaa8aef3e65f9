package io.dawsos.observatory.tsdb.head;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lately encoded columns, so that equal ones are kept once: all series of one scrape have the same times, and series
 * that do not move have the same body. Forgets by overwriting; for one writer.
 */
final class ColumnCache {
    private static final int LONGEST = 256;

    private final byte[] @Nullable [] columns = new byte[4096][];

    byte[] shared(byte[] column) {
        if (column.length > LONGEST) {
            return column;
        }
        int hash = Arrays.hashCode(column);
        int slot = (hash ^ (hash >>> 12) ^ (hash >>> 24)) & (columns.length - 1);
        byte[] known = columns[slot];
        if (known != null && Arrays.equals(known, column)) {
            return known;
        }
        columns[slot] = column;
        return column;
    }
}
