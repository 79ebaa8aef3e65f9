package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import org.jspecify.annotations.Nullable;

/** What is known of a series by the text that a target writes for it. */
final class CachedSeries {
    static final int NO_REF = -1;

    final byte[] text;
    final int hash;

    /** As they are stored; null when relabelling drops the series. */
    final @Nullable Labels labels;

    /** The store's number of it. */
    int ref = NO_REF;

    /** The scrape that saw it last, finished or not. */
    long seen;

    /** Whether its absence ends it: it was there in the last finished scrape, without a time of its own. */
    boolean tracked;

    /** Whether it will be tracked when the scrape that is under way is finished. */
    boolean trackable;

    /** The series that came after it last time, and so probably will again. */
    @Nullable
    CachedSeries following;

    @Nullable
    Exemplar exemplar;

    CachedSeries(byte[] text, int hash, @Nullable Labels labels) {
        this.text = text;
        this.hash = hash;
        this.labels = labels;
    }
}
