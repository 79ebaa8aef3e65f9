package io.dawsos.observatory.model;

/** One series as a store hands it to a query: its labels, and its samples when they are asked for. */
public interface Series {
    Labels labels();

    /**
     * Appends the samples from {@code from} to {@code to}, both included, in milliseconds, by ascending time, one a
     * timestamp, stale markers included. May be called from any thread, and more than once.
     */
    void read(long from, long to, Samples into);
}
