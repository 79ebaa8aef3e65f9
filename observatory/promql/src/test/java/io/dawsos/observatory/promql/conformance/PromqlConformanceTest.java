package io.dawsos.observatory.promql.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.script.EngineUnderTest;
import io.dawsos.observatory.promql.script.ScriptReport;
import io.dawsos.observatory.promql.script.ScriptRunner;
import io.dawsos.telemetry.testing.ConformanceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Prometheus's own scripts, with the experimental parts on, as Prometheus runs them. What treats type and unit as part of a
 * metric's name changes the meaning of stable queries, and so is on only for the scripts that are about it.
 */
class PromqlConformanceTest {
    private static final Set<Feature> EXPERIMENTS = EnumSet.complementOf(EnumSet.of(Feature.TYPE_AND_UNIT_LABELS));

    @Test
    void promql_everyCase_passes() throws IOException {
        List<String> failed = new ArrayList<>();
        int passed = 0;
        for (Path file : ConformanceFiles.files("promql", ".test")) {
            ScriptReport report = run(file);
            System.out.println("promql/" + report.summary());
            report.failed()
                    .forEach(one -> failed.add(
                            report.name() + ":" + one.line() + " " + one.query() + "\n    " + one.problem()));
            passed += report.cases().size() - report.failed().size();
        }
        System.out.println(
                "promql: " + passed + " passed, " + failed.size() + " failed, " + (passed + failed.size()) + " in all");
        assertThat(failed).isEmpty();
        assertThat(passed).isPositive();
    }

    private static ScriptReport run(Path file) throws IOException {
        boolean typed = String.valueOf(file.getFileName()).startsWith("type_and_unit");
        Set<Feature> features = typed ? EnumSet.allOf(Feature.class) : EXPERIMENTS;
        try (Engine engine = Engine.builder().features(features).build()) {
            return ScriptRunner.run(file, new EngineUnderTest(engine));
        }
    }
}
