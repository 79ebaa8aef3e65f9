package io.dawsos.observatory.tsdb.head;

import io.dawsos.observatory.tsdb.codec.ByteSink;
import io.dawsos.observatory.tsdb.codec.Chunk;
import io.dawsos.observatory.tsdb.codec.SampleRun;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lately encoded columns, so that equal ones are kept once: all series of one scrape have the same times, and series
 * that do not move have the same body. Forgets by overwriting; for one writer.
 */
final class ColumnCache {
    private static final int LONGEST = 256;

    private static final int TIMES = 256;

    private final byte[] @Nullable [] columns = new byte[4096][];

    /** Times as they were before they were encoded, and after. */
    private final @Nullable SampleRun[] timesOf = new @Nullable SampleRun[TIMES];

    private final byte[] @Nullable [] encodedTimes = new byte[TIMES][];
    private final ByteSink scratch = new ByteSink();

    /** The times of a run, encoded: once for all series of a scrape. */
    byte[] times(SampleRun run) {
        long mixed = run.time(0) * 31 + run.time(run.size() - 1) * 7 + run.size();
        int slot = (int) (mixed ^ (mixed >>> 8) ^ (mixed >>> 20)) & (TIMES - 1);
        SampleRun known = timesOf[slot];
        byte[] encoded = encodedTimes[slot];
        if (known == null || encoded == null || !known.hasTimesOf(run)) {
            encoded = shared(Chunk.encodeTimes(run, scratch));
            timesOf[slot] = run.timesOnly();
            encodedTimes[slot] = encoded;
        }
        return encoded;
    }

    byte[] body(SampleRun run) {
        return shared(Chunk.encodeBody(run, scratch));
    }

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
