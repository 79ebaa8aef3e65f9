package io.dawsos.observatory.promql;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.promql.script.EngineUnderTest;
import io.dawsos.observatory.promql.script.ScriptReport;
import io.dawsos.observatory.promql.script.ScriptRunner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What queries give, as scripts. */
class ScriptsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "selectors",
                "operators",
                "aggregations",
                "counters",
                "histograms",
                "over_time",
                "values",
                "histogram_rates"
            })
    void script_everyCase_passes(String name) throws IOException {
        ScriptReport report;
        try (Engine engine =
                        Engine.builder().features(EnumSet.allOf(Feature.class)).build();
                InputStream script =
                        Objects.requireNonNull(ScriptsTest.class.getResourceAsStream("/scripts/" + name + ".test"))) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            report = ScriptRunner.run(name, text, new EngineUnderTest(engine));
        }
        assertThat(report.cases()).isNotEmpty();
        assertThat(report.failed()).isEmpty();
    }
}
