package io.dawsos.observatory.tsdb.head;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Samples;

/** A series of the head as it was found; what the head drops later stays readable here. */
public final class HeadPart {
    private final Labels labels;
    private final HeadSeries series;

    HeadPart(Labels labels, HeadSeries series) {
        this.labels = labels;
        this.series = series;
    }

    public int ref() {
        return series.ref;
    }

    public Labels labels() {
        return labels;
    }

    /** Appends the samples of a time, both ends included. */
    public void read(long from, long to, Samples into) {
        series.read(from, to, into);
    }

    /** All samples as chunks: times and body in turn. */
    public byte[][] toChunks() {
        return series.toChunks();
    }
}
