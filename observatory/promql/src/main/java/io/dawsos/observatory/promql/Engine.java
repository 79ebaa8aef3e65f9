package io.dawsos.observatory.promql;

import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.eval.EvaluationSettings;
import io.dawsos.observatory.promql.eval.Evaluator;
import io.dawsos.observatory.promql.eval.Steps;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Evaluates queries over any {@link SeriesSource}. Safe for use by many threads; holds threads of its own, which {@link
 * #close()} ends.
 *
 * <pre>{@code
 * try (Engine engine = Engine.builder().build()) {
 *   QueryResult result = engine.query(store, "sum by (job) (rate(requests_total[5m]))", Steps.instant(now));
 * }
 * }</pre>
 */
public final class Engine implements AutoCloseable {
    private final EvaluationSettings settings;
    private final Evaluator evaluator;

    private Engine(EvaluationSettings settings) {
        this.settings = settings;
        this.evaluator = new Evaluator(settings);
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Evaluates a query at every step.
     *
     * @throws PromQlException when it is no query, or cannot be evaluated with this data or within the limits
     */
    public QueryResult query(SeriesSource source, String query, Steps steps) {
        return query(source, query, steps, new Cancellation());
    }

    /** As {@link #query(SeriesSource, String, Steps)}, until somebody cancels it. */
    public QueryResult query(SeriesSource source, String query, Steps steps, Cancellation cancellation) {
        return query(source, query, PromQl.parse(query, settings.features()), steps, cancellation);
    }

    /**
     * Evaluates an expression that was parsed before.
     *
     * @param query its text, which messages refer to
     */
    public QueryResult query(SeriesSource source, String query, Expr expr, Steps steps, Cancellation cancellation) {
        return evaluator.evaluate(source, query, expr, steps, cancellation);
    }

    /** Evaluates a query and says what each part of it did. */
    public Explanation explain(SeriesSource source, String query, Steps steps) {
        Expr expr = PromQl.parse(query, settings.features());
        return evaluator.explain(source, query, expr, steps, new Cancellation());
    }

    @Override
    public void close() {
        evaluator.close();
    }

    /** Builds an {@link Engine}. */
    public static final class Builder {
        private Duration lookback = Duration.ofMinutes(5);
        private Duration subqueryStep = Duration.ofMinutes(1);
        private Duration timeout = Duration.ofMinutes(2);
        private long maxSamples = 50_000_000;
        private int parallelism = Runtime.getRuntime().availableProcessors();
        private final Set<Feature> features = EnumSet.noneOf(Feature.class);

        private Builder() {}

        /** How old a sample may be to stand for an instant; 5 minutes unless set. */
        public Builder lookback(Duration lookback) {
            this.lookback = positive(lookback, "lookback");
            return this;
        }

        /** The step of subqueries that name none; 1 minute unless set. */
        public Builder subqueryStep(Duration step) {
            this.subqueryStep = positive(step, "subquery step");
            return this;
        }

        /** How long a query may take; 2 minutes unless set. */
        public Builder timeout(Duration timeout) {
            this.timeout = positive(timeout, "timeout");
            return this;
        }

        /** How many samples a query may hold at once; 50 million unless set. */
        public Builder maxSamples(long maxSamples) {
            this.maxSamples = maxSamples;
            return this;
        }

        /** How many threads may work for one query, and besides the callers' threads for all; all cores unless set. */
        public Builder parallelism(int parallelism) {
            if (parallelism < 1) {
                throw new IllegalArgumentException("parallelism is 1 or more, got " + parallelism);
            }
            this.parallelism = parallelism;
            return this;
        }

        /** Turns experimental parts of the language on. */
        public Builder features(Set<Feature> features) {
            this.features.addAll(features);
            return this;
        }

        public Engine build() {
            return new Engine(new EvaluationSettings(
                    lookback.toMillis(), subqueryStep.toMillis(), timeout, maxSamples, parallelism, features));
        }

        private static Duration positive(Duration duration, String what) {
            if (duration.toMillis() < 1) {
                throw new IllegalArgumentException("the " + what + " is 1 ms or more, got " + duration);
            }
            return duration;
        }
    }
}
