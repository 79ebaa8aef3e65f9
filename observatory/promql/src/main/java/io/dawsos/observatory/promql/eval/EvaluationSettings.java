package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.Feature;
import java.time.Duration;
import java.util.Set;

/**
 * How an engine evaluates.
 *
 * @param lookback how old a sample may be to stand for an instant, in milliseconds
 * @param subqueryStep of subqueries that name none, in milliseconds
 * @param timeout how long a query may take
 * @param maxSamples how many samples a query may hold at once
 * @param parallelism how many threads may work for one query
 */
public record EvaluationSettings(
        long lookback, long subqueryStep, Duration timeout, long maxSamples, int parallelism, Set<Feature> features) {
    public EvaluationSettings {
        features = Set.copyOf(features);
    }
}
