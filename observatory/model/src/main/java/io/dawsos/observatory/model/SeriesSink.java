package io.dawsos.observatory.model;

/** Where samples are written to: a store in this process, a queue to another server, a test. Safe for use by many threads. */
public interface SeriesSink {
    /** A new, empty batch. */
    Appender appender();

    /**
     * The number by which to append to a series with less work; -1 when it is not in memory: append it by its labels
     * first. Good until the series leaves memory, after which its samples are refused as {@link
     * Refusal#UNKNOWN_SERIES}, and are never taken for another's.
     */
    int ref(Labels series);
}
