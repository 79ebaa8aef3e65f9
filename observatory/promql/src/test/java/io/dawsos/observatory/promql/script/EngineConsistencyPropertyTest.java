package io.dawsos.observatory.promql.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.ExprArbitraries;
import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.eval.Steps;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Any query of the whole language, over floats and histograms with gaps, resets and stale markers. */
class EngineConsistencyPropertyTest {
    private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);
    private static final Pattern TIMED = Pattern.compile("(start|end|step|range)\\(\\)");
    private static final long MINUTE = 60_000;

    private static final String DATA = """
            load 1m
              up{job="a", le="1"} 1 1 0 _ 1 stale 1 1 1 1 1 1
              up{job="b", le="+Inf"} 5+1x12
              jobs_total{job="a", le="0.5"} 0+10x4 0+10x6
              jobs_total{job="a", le="+Inf"} 0+20x4 0+20x6
              jobs_total{job="b", a.b="x"} 0+1x3 _x3 9+1x3
              a:b{job="a"} {{schema:1 count:10 sum:20 z_bucket:1 z_bucket_w:0.1 buckets:[2 3 4]}}+{{schema:1 count:10 sum:20 buckets:[5 5]}}x10
              a:b{job="b"} {{schema:-53 count:3 sum:2 custom_values:[0.5 1] buckets:[1 1 1]}}+{{schema:-53 count:3 sum:2 custom_values:[0.5 1] buckets:[1 1 1]}}x10
              sum{job="a"} 1 2 {{schema:0 count:4 sum:4 buckets:[1 2 1] n_buckets:[1]}} {{schema:2 count:1 sum:1 buckets:[1]}} NaN Inf -Inf 0 -0 1e300 1e-300
              target_info{job="a", version="1"} 1x12
            """.replace("a.b=", "\"a.b\"=");

    private static final ScriptStore STORE = store();

    private static ScriptStore store() {
        ScriptStore store = new ScriptStore();
        ScriptParser.parse(DATA).forEach(command -> {
            if (command instanceof ScriptCommand.Load load) {
                load.series().forEach(series -> store.add(series, load.interval()));
            }
        });
        return store;
    }

    @Property(tries = 1500)
    void query_atOneStep_givesWhatItGivesWithinARange(@ForAll("exprs") Expr expr) {
        String query = PromQl.text(expr);
        try (Engine engine = Engine.builder()
                .features(ALL)
                .timeout(Duration.ofSeconds(20))
                .maxSamples(200_000)
                .build()) {
            long time = 7 * MINUTE + 13_000;
            ScriptResult instant = result(engine, query, Steps.instant(time));
            if (instant == null
                    || instant.type() == ValueType.RANGE_VECTOR
                    || instant.type() == ValueType.STRING
                    || TIMED.matcher(query).find()) {
                return;
            }
            ScriptResult range = result(engine, query, new Steps(time - MINUTE, MINUTE, 3));
            if (range != null) {
                assertThat(cells(range, 1)).as(query).isEqualTo(cells(instant, 0));
            }
        }
    }

    /** Null when the query cannot be evaluated, which a query may say, but not crash with anything else. */
    private static @Nullable ScriptResult result(Engine engine, String query, Steps steps) {
        try {
            return new EngineUnderTest(engine).query(STORE, query, steps);
        } catch (PromQlException e) {
            assertThat(e.getMessage()).as(query).isNotBlank();
            return null;
        }
    }

    private static Map<Labels, String> cells(ScriptResult result, int step) {
        Map<Labels, String> cells = new TreeMap<>();
        for (ScriptResult.Row row : result.rows()) {
            if (row.column().has(step)) {
                var histogram = row.column().histogram(step);
                String text = histogram == null ? rounded(row.column().value(step)) : "histogram";
                cells.put(row.labels(), text);
            }
        }
        return cells;
    }

    private static String rounded(double value) {
        return String.format("%.9e", value);
    }

    @Provide
    Arbitrary<Expr> exprs() {
        return ExprArbitraries.exprs();
    }
}
