package io.dawsos.observatory.promql.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.model.Series;
import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.eval.Column;
import io.dawsos.observatory.promql.eval.Steps;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The runner on an engine that knows one thing: the value of a metric at exactly the time of a step. */
class ScriptRunnerTest {

    @Test
    void values_asExpected_pass() {
        assertThat(problems("""
                load 1m
                    a{x="1"} 0+10x5
                    a{x="2"} _ 5

                eval range from 0 to 2m step 1m a
                    a{x="1"} 0 10 20
                    a{x="2"} _ 5
                """)).containsExactly("");
    }

    @Test
    void valueOfAnotherSize_fails() {
        assertThat(problems("""
                load 1m
                    a 1 2

                eval range from 0 to 1m step 1m a
                    a 1 2.1
                """)).containsExactly("a at step 1: expected 2.1, got 2");
    }

    @Test
    void seriesTooManyOrTooFew_fails() {
        String load = """
                load 1m
                    a{x="1"} 1
                    a{x="2"} 1

                """;
        assertThat(problems(load + "eval range from 0 to 0 step 1m a\n a{x=\"1\"} 1\n"))
                .containsExactly("expected the series [a{x=\"1\"}], got [a{x=\"1\"}, a{x=\"2\"}]");
        assertThat(problems(load + "eval range from 0 to 0 step 1m b\n b 1\n"))
                .containsExactly("expected the series [b], got []");
    }

    @Test
    void clear_forgetsAllSeries() {
        assertThat(problems("load 1m\n a 1\n\nclear\n\neval range from 0 to 0 step 1m a\n"))
                .containsExactly("");
    }

    @Test
    void failure_isComparedWithItsExpectation() {
        assertThat(problems("""
                eval instant at 1m fail
                    expect fail

                eval instant at 1m fail
                    expect fail msg: as it was asked to

                eval_fail instant at 1m fail
                    expected_fail_regexp as it .* to

                eval instant at 1m fail
                    expect fail regex: something else

                eval instant at 1m fail

                eval range from 0 to 1m step 1m a
                    expect fail
                """))
                .containsExactly(
                        "",
                        "",
                        "",
                        "expected to fail with /something else/, failed with as it was asked to",
                        "failed: as it was asked to",
                        "expected to fail, but it did not");
    }

    @Test
    void annotations_areComparedBothWays() {
        assertThat(problems("""
                eval range from 0 to 0 step 1m warn
                    expect warn msg: beware
                    expect no_info

                eval range from 0 to 0 step 1m warn
                    expect no_warn

                eval range from 0 to 0 step 1m warn
                    expect warn regex: other

                eval range from 0 to 0 step 1m a
                    expect info

                eval range from 0 to 0 step 1m warn
                """))
                .containsExactly(
                        "",
                        "expected no warning, got [beware]",
                        "expected the warning /other/, got [beware]",
                        "expected the info any message, got []",
                        "");
    }

    @Test
    void startTimes_reachTheSamples() {
        ScriptStore store = new ScriptStore();
        ScriptParser.parse("load 1m\n a@st _ -30s -1m-1sx1\n a 1 2 3 4\n").forEach(command -> {
            if (command instanceof ScriptCommand.Load load) {
                load.series().forEach(series -> store.add(series, load.interval()));
            }
        });
        Samples samples = new Samples();
        store.select(all("a")).forEach(series -> series.read(0, 300_000, samples));
        assertThat(List.of(
                        samples.startTimestamp(0),
                        samples.startTimestamp(1),
                        samples.startTimestamp(2),
                        samples.startTimestamp(3)))
                .containsExactly(0L, 30_000L, 60_000L, 119_000L);
    }

    @Test
    void classicHistogram_isLoadedAsNativeToo() {
        ScriptStore store = new ScriptStore();
        String script = """
                load_with_nhcb 1m
                    h_bucket{le="0.5"} 1
                    h_bucket{le="1"} 3
                    h_bucket{le="+Inf"} 4
                    h_sum 2.5
                    h_count 4

                eval range from 0 to 0 step 1m h
                    h {{schema:-53 count:4 sum:2.5 custom_values:[0.5 1] buckets:[1 2 1]}}
                """;
        assertThat(problems(script)).containsExactly("");
        assertThat(store.labelNames(all("h"))).isEmpty();
    }

    @Test
    void commands_betweenIgnoreAndResume_areLeftOut() {
        assertThat(problems(
                        "ignore\n\neval instant at 1m fail\nnonsense\n\nresume\n\neval range from 0 to 0 step 1m a\n"))
                .containsExactly("");
    }

    @Test
    void script_thatIsNone_namesTheLine() {
        assertThatThrownBy(() -> problems("# nothing\nlaod 1m\n"))
                .isInstanceOf(ScriptException.class)
                .hasMessage("line 2: no command: \"laod 1m\"; there are load, clear and eval");
        assertThatThrownBy(() -> problems("load 1m\n  a 1 x\n")).hasMessageStartingWith("line 2: no value: \"x\"");
    }

    private static List<String> problems(String script) {
        return ScriptRunner.run("test", script, ScriptRunnerTest::evaluate).cases().stream()
                .map(ScriptReport.Case::problem)
                .toList();
    }

    private static Selection all(String name) {
        return new Selection(
                List.of(new Matcher(Matcher.Type.EQUAL, "__name__", name)), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static ScriptResult evaluate(SeriesSource source, String query, Steps steps) {
        if (query.equals("fail")) {
            throw new PromQlException(PromQlException.Reason.EXECUTION, "as it was asked to");
        }
        List<ScriptResult.Row> rows = new ArrayList<>();
        source.select(all(query))
                .forEach(series -> rows.add(new ScriptResult.Row(series.labels(), column(series, steps))));
        List<String> warnings = query.equals("warn") ? List.of("beware") : List.of();
        return new ScriptResult(ValueType.INSTANT_VECTOR, rows, List.of(), "", warnings, List.of());
    }

    private static Column column(Series series, Steps steps) {
        Column column = new Column(steps.count());
        for (int step = 0; step < steps.count(); step++) {
            Samples samples = new Samples();
            series.read(steps.at(step), steps.at(step), samples);
            if (samples.size() > 0) {
                var histogram = samples.histogram(0);
                if (histogram == null) {
                    column.set(step, samples.value(0));
                } else {
                    column.set(step, histogram);
                }
            }
        }
        return column;
    }
}
