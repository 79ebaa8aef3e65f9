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
    public static final QuerySettings DEFAULT =
            new QuerySettings(Duration.ofMinutes(5), Duration.ofMinutes(2), 50_000_000, 20, Set.of());

    public QuerySettings {
        features = Set.copyOf(features);
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
