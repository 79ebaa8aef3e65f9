package io.dawsos.observatory.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.promql.script.ScriptStore;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StepLimitsTest {
    private final ScriptStore store = new ScriptStore();

    StepLimitsTest() {
        for (int series = 0; series < 20; series++) {
            store.add(Labels.of("__name__", "up", "i", Integer.toString(series)), 0, 1);
        }
    }

    /** There were so many steps that their count overflowed, and the result was empty. */
    @Test
    void subquery_ofTooManySteps_isRefused() {
        assertLimited(() -> instant("sum_over_time(up[10y:1ms])"), "query 1:15: the subquery has 315360000000 steps");
        assertLimited(() -> instant("sum_over_time(up[290y:1s])"), "more than the 12500000 it may");
    }

    /** Columns of few values and many steps were not counted, and memory ran out. */
    @Test
    void subquery_ofManyStepsAndFewValues_countsItsRoom() {
        assertLimited(() -> instant("sum_over_time(up[28d:1s])"), "would hold more than the 10000000 samples");
    }

    @Test
    void query_ofTooManySteps_isRefused() {
        assertLimited(() -> evaluate("up", new Steps(0, 1, 50_000_000)), "the query has 50000000 steps");
    }

    private void instant(String query) {
        evaluate(query, Steps.instant(60_000));
    }

    private void evaluate(String query, Steps steps) {
        long samples = query.contains("28d") ? 10_000_000 : 50_000_000;
        try (Engine engine = Engine.builder().maxSamples(samples).build()) {
            assertThat(engine.query(store, query, steps)).isNull();
        }
    }

    private static void assertLimited(ThrowingCallable query, String message) {
        assertThatThrownBy(query)
                .isInstanceOf(PromQlException.class)
                .hasMessageContaining(message)
                .extracting(e -> ((PromQlException) e).reason())
                .isEqualTo(PromQlException.Reason.LIMIT);
    }
}
