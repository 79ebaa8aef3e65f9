package io.dawsos.observatory.server.api;

import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.Feature;
import java.time.Duration;
import java.util.Set;

/**
 * How queries are evaluated.
 *
 * @param lookback how old a sample may be to stand for an instant
 * @param timeout how long a query may take, waiting for its turn included
 * @param maxSamples how many samples a query may hold at once
 * @param concurrency how many queries are evaluated at once
 * @param features the experimental parts of the language that are on
 */
public record QuerySettings(
        Duration lookback, Duration timeout, long maxSamples, int concurrency, Set<Feature> features) {
    private static final long MOST_SAMPLES = 50_000_000;

    /** With its time, its presence and what an intermediate result holds of it. */
    private static final long BYTES_PER_SAMPLE = 24;

    public static final QuerySettings DEFAULT = new QuerySettings(
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            samplesOf(Runtime.getRuntime().maxMemory()),
            20,
            Set.of());

    public QuerySettings {
        features = Set.copyOf(features);
    }

    /** How many samples a query may hold so that it takes a quarter of memory at most. */
    public static long samplesOf(long memory) {
        return Math.min(MOST_SAMPLES, memory / 4 / BYTES_PER_SAMPLE);
    }

    /** An engine that evaluates so. */
    public Engine.Builder engine() {
        return Engine.builder()
                .lookback(lookback)
                .timeout(timeout)
                .maxSamples(maxSamples)
                .features(features);
    }
}
