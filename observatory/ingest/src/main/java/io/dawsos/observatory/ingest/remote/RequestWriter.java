package io.dawsos.observatory.ingest.remote;

/** Writes a message of remote write, series after series. */
interface RequestWriter extends SeriesVisitor {
    /** Samples, histograms and exemplars so far. */
    int samples();

    /** Empties it. */
    void clear();

    /** The message so far. */
    byte[] message();
}
