package io.dawsos.observatory.model;

import java.io.IOException;

/**
 * Gathers a batch and commits it. Nothing is stored before {@link #commit}, and all that it reports as appended is durable
 * when it returns. Then the appender is empty and may be used again. For one thread; any number of appenders may be in
 * use.
 */
public interface Appender {
    /** @param timestamp in milliseconds */
    Appender append(Labels series, long timestamp, double value);

    Appender append(Labels series, long timestamp, NativeHistogram histogram);

    /** @param series what {@link SeriesSink#ref} gave */
    Appender append(int series, long timestamp, double value);

    Appender append(int series, long timestamp, NativeHistogram histogram);

    /** Says when the counter of the sample that was appended last began to count; 0 is unknown. */
    Appender startedAt(long startTimestamp);

    Appender exemplar(Labels series, Exemplar exemplar);

    /** What is known of a metric; replaces what was known before. */
    Appender metadata(String metric, MetricMetadata metadata);

    /** Samples that wait for the commit. */
    int size();

    /**
     * Stores the batch, but what is refused.
     *
     * @throws IOException when it could not be made durable; what was not written is not stored
     */
    AppendOutcome commit() throws IOException;

    /** Forgets the batch. */
    void rollback();
}
