package io.dawsos.observatory.tsdb.wal;

import java.util.List;

/**
 * What came of reading the log.
 *
 * @param next number of the segment to begin
 * @param records read
 * @param problems what was cut off or left out, a sentence each
 */
public record Replay(int next, long records, List<String> problems) {}
