package io.dawsos.systemtest.examples;

import io.dawsos.observatory.rules.junit.RuleTests;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class AlertRulesTest {

    @TestFactory
    Stream<DynamicTest> alerts() {
        return RuleTests.in(Path.of("../deploy/prometheus/tests"));
    }
}
