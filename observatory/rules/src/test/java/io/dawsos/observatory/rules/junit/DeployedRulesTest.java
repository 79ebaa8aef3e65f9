package io.dawsos.observatory.rules.junit;

import io.dawsos.telemetry.testing.ConformanceFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tests of the rules that are deployed, by this engine; the real promtool runs them elsewhere. */
class DeployedRulesTest {
    @TestFactory
    Stream<DynamicTest> rules() {
        return RuleTests.in(ConformanceFiles.repository().resolve("deploy/prometheus/tests"));
    }
}
