package io.dawsos.observatory.promql.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.script.EngineUnderTest;
import io.dawsos.observatory.promql.script.ScriptReport;
import io.dawsos.observatory.promql.script.ScriptRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prometheus's own scripts, with every experimental part on, as Prometheus runs them. */
class PromqlConformanceTest {

    @Test
    void promql_everyCase_passes() throws IOException {
        List<String> failed = new ArrayList<>();
        int passed = 0;
        try (Engine engine =
                Engine.builder().features(EnumSet.allOf(Feature.class)).build()) {
            for (Path file : Conformance.files("promql", ".test")) {
                ScriptReport report = ScriptRunner.run(file, new EngineUnderTest(engine));
                System.out.println("promql/" + report.summary());
                report.failed()
                        .forEach(one -> failed.add(
                                report.name() + ":" + one.line() + " " + one.query() + "\n    " + one.problem()));
                passed += report.cases().size() - report.failed().size();
            }
        }
        System.out.println(
                "promql: " + passed + " passed, " + failed.size() + " failed, " + (passed + failed.size()) + " in all");
        assertThat(failed).isEmpty();
        assertThat(passed).isPositive();
    }
}
