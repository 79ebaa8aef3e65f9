package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;

/** Takes what a message of remote write holds, series after series. */
interface SeriesVisitor {
    /**
     * What follows belongs to this series.
     *
     * @param problem what is wrong with its labels; empty when nothing is
     */
    void series(Labels labels, String problem);

    /** @param start when the counter began to count, 0 when it is not said */
    void sample(long timestamp, double value, long start);

    void histogram(long timestamp, NativeHistogram histogram, long start);

    /** @param problem what is wrong with it */
    void badHistogram(String problem);

    void exemplar(Exemplar exemplar);

    void metadata(String metric, MetricMetadata metadata);
}
