package io.dawsos.observatory.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a query reads series from: a store in this process, another server, a test. Safe for use by many threads. What
 * a source cannot answer it refuses with an exception that says why; it never approximates.
 */
public interface SeriesSource {
    /**
     * The series that match and may have samples in the time of the selection; each label set once, in no promised
     * order. The caller closes the stream.
     */
    Stream<Series> select(Selection selection);

    /** Names of the labels on the matching series, sorted. */
    List<String> labelNames(Selection selection);

    /** Values of a label on the matching series, sorted. */
    List<String> labelValues(String name, Selection selection);
}
