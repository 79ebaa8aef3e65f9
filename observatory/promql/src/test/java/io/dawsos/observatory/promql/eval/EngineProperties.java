package io.dawsos.observatory.promql.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The engine, which works on columns and on several threads, gives what the slow evaluator gives step by step. */
class EngineProperties {
    private static final long START = 1_700_000_000_500L;
    private static final Steps STEPS = new Steps(START, 45_000, 30);
    private static final MemorySource SOURCE =
            new DataGenerator(new Random(4), START - 4_000_000, STEPS.end() + 300_000, true).source();

    @Property(tries = 2000, seed = "7")
    void query_evaluatedAsColumns_isWhatItIsStepByStep(@ForAll long seed) {
        String query = new QueryGenerator(new Random(seed)).query();
        Map<Labels, Map<Long, Double>> wanted = slow(query);
        Map<Labels, Map<Long, Double>> got = fast(query, 4);

        assertThat(got == null).as("%s fails", query).isEqualTo(wanted == null);
        if (wanted != null && got != null) {
            assertThat(Answers.difference(wanted, got)).as(query).isEmpty();
        }
    }

    @Property(tries = 500, seed = "7")
    void query_onFourThreads_isExactlyWhatItIsOnOne(@ForAll long seed) {
        String query = new QueryGenerator(new Random(seed)).query();

        assertThat(fast(query, 4)).as(query).isEqualTo(fast(query, 1));
    }

    /** Null when the query fails. */
    private static @Nullable Map<Labels, Map<Long, Double>> fast(String query, int threads) {
        try (Engine engine = Engine.builder().parallelism(threads).build()) {
            return Answers.of(engine.query(SOURCE, query, STEPS));
        } catch (PromQlException e) {
            assertThat(e.reason()).as(query + ": " + e.getMessage()).isEqualTo(PromQlException.Reason.EXECUTION);
            return null;
        }
    }

    private static @Nullable Map<Labels, Map<Long, Double>> slow(String query) {
        Expr expr = PromQl.parse(query);
        SlowEvaluator evaluator = new SlowEvaluator(SOURCE, STEPS.start(), STEPS.end());
        Map<Labels, Map<Long, Double>> series = new TreeMap<>();
        try {
            for (int step = 0; step < STEPS.count(); step++) {
                long time = STEPS.at(step);
                evaluator.at(expr, time).forEach((labels, value) -> series.computeIfAbsent(labels, l -> new TreeMap<>())
                        .put(time, value));
            }
        } catch (SlowEvaluator.Failure e) {
            return null;
        }
        return series;
    }
}
