package io.dawsos.observatory.promql.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.model.StaleMarker;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.Explanation;
import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.ast.ValueType;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final long MINUTE = 60_000;
    private static final Steps HOUR = new Steps(0, MINUTE, 61);

    private final Engine engine = Engine.builder().parallelism(2).build();
    private final MemorySource source = new MemorySource();

    @AfterEach
    void close() {
        engine.close();
    }

    private static Labels labels(String name, String job) {
        return Labels.of("__name__", name, "job", job);
    }

    private QueryResult query(String query, Steps steps) {
        return engine.query(source, query, steps);
    }

    private static List<Double> values(QueryResult.VectorSeries series) {
        return IntStream.range(0, series.column().steps())
                .filter(series.column()::has)
                .mapToObj(series.column()::value)
                .toList();
    }

    @Test
    void selector_sampleOlderThanLookback_isGone() {
        source.add(labels("up", "api"), MINUTE, 1);

        QueryResult result = query("up", HOUR);

        // At 5 minutes the sample of 0 is just too old: the lookback's far end is open.
        assertThat(values(result.vector().getFirst())).hasSize(5);
    }

    @Test
    void selector_staleMarker_endsTheSeries() {
        source.add(labels("up", "api"), MINUTE, 1, 1, StaleMarker.value());

        assertThat(values(query("up", HOUR).vector().getFirst())).hasSize(2);
    }

    @Test
    void range_sampleOnItsEdges_countsOnTheRightOnly() {
        source.add(labels("up", "api"), MINUTE, 1, 1, 1, 1);

        QueryResult result = query("count_over_time(up[2m])", Steps.instant(3 * MINUTE));

        assertThat(values(result.vector().getFirst())).containsExactly(2.0);
    }

    @Test
    void rangeQuery_anyOrderOfTheStore_isByLabels() {
        source.add(labels("up", "web"), MINUTE, 1, 1).add(labels("up", "api"), MINUTE, 1, 1);

        assertThat(query("up", new Steps(0, MINUTE, 2)).vector())
                .extracting(series -> series.labels().get("job"))
                .containsExactly("api", "web");
    }

    @Test
    void sort_instantQuery_decidesTheOrder() {
        source.add(labels("up", "api"), MINUTE, 1).add(labels("up", "web"), MINUTE, 3);

        assertThat(query("sort_desc(up)", Steps.instant(0)).vector())
                .extracting(series -> series.labels().get("job"))
                .containsExactly("web", "api");
    }

    @Test
    void sort_rangeQuery_warnsThatItDoesNothing() {
        source.add(labels("up", "api"), MINUTE, 1);

        assertThat(query("sort(up)", HOUR).annotations().warnings())
                .containsExactly(
                        "PromQL warning: sort is ineffective for range queries since results are always ordered"
                                + " by labels (1:1)");
    }

    @Test
    void scalar_rangeQuery_hasAValueAStep() {
        QueryResult result = query("time() + 1", new Steps(0, MINUTE, 3));

        assertThat(result.type()).isEqualTo(ValueType.SCALAR);
        assertThat(result.scalar()).containsExactly(1.0, 61.0, 121.0);
    }

    @Test
    void rangeVector_instantQuery_isItsSamples() {
        source.add(labels("up", "api"), MINUTE, 1, 2, 3);

        QueryResult result = query("up[2m]", Steps.instant(2 * MINUTE));

        Samples samples = result.ranges().getFirst().samples();
        assertThat(samples.size()).isEqualTo(2);
        assertThat(samples.value(1)).isEqualTo(3);
    }

    @Test
    void anchoredSelector_rangeQuery_readsOnceForAllSteps() {
        source.add(
                labels("up", "api"),
                MINUTE,
                IntStream.range(0, 61).mapToDouble(i -> i).toArray());

        QueryResult result = query("up @ 600", HOUR);

        assertThat(values(result.vector().getFirst())).hasSize(61).containsOnly(10.0);
        assertThat(result.samplesRead()).isEqualTo(5);
    }

    @Test
    void longGapsBetweenWindows_rangeQuery_areNotRead() {
        source.add(labels("up", "api"), MINUTE, new double[60 * 24 * 10]);

        QueryResult result = query("sum_over_time(up[2m])", new Steps(0, 24 * 60 * MINUTE, 10));

        assertThat(result.samplesRead()).isEqualTo(1 + 9 * 2);
    }

    @Test
    void aggregation_manySeries_holdsNoColumnsOfItsInput() {
        for (int i = 0; i < 2000; i++) {
            source.add(Labels.of("__name__", "x_total", "i", "" + i), MINUTE, new double[61]);
        }

        QueryResult result = query("sum(rate(x_total[5m]))", HOUR);

        assertThat(values(result.vector().getFirst())).hasSize(60);
        assertThat(result.peakSamples()).isLessThan(20 * 61);
    }

    @Test
    void delayedNameRemoval_labelReplace_stillSeesTheName() {
        source.add(labels("x_total", "api"), MINUTE, 1, 2, 3);
        String query = "label_replace(rate(x_total[5m]), \"from\", \"$1\", \"__name__\", \"(.+)\")";

        try (Engine delayed =
                Engine.builder().features(Set.of(Feature.DELAYED_NAME_REMOVAL)).build()) {
            assertThat(delayed.query(source, query, Steps.instant(2 * MINUTE)).vector())
                    .extracting(series -> series.labels().toString())
                    .containsExactly("{from=\"x_total\", job=\"api\"}");
        }
        assertThat(query(query, Steps.instant(2 * MINUTE)).vector())
                .extracting(series -> series.labels().toString())
                .containsExactly("{job=\"api\"}");
    }

    @Test
    void explain_nestedQuery_tellsSeriesAndSamplesOfEachPart() {
        source.add(labels("x_total", "api"), MINUTE, 1, 2, 3).add(labels("x_total", "web"), MINUTE, 1, 2, 3);

        Explanation explanation = engine.explain(source, "sum by (job) (rate(x_total[2m])) > 0", HOUR);

        Explanation.Part sum = explanation.plan().parts().getFirst();
        Explanation.Part rate = sum.parts().getFirst();
        Explanation.Part selector = rate.parts().getFirst();
        assertThat(List.of(sum.how(), rate.how(), selector.how())).containsExactly("sum", "rate", "Matrix");
        assertThat(selector.text()).isEqualTo("x_total[2m]");
        assertThat(selector.series()).isEqualTo(2);
        assertThat(selector.samplesRead()).isEqualTo(6);
        assertThat(explanation.toString()).contains("samples=6").contains("x_total[2m]");
    }
}
