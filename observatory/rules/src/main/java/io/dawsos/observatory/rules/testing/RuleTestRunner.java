package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.config.ConfigException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs files of rule tests, and passes those that {@code promtool test rules} passes.
 *
 * <pre>{@code
 * RuleTestReport report = new RuleTestRunner(RuleTestOptions.DEFAULT).run(Path.of("tests/alerts.yml"));
 * new RuleTestText(false, false).lines(report).forEach(System.out::println);
 * }</pre>
 */
public final class RuleTestRunner {
    private final RuleTestOptions options;

    public RuleTestRunner(RuleTestOptions options) {
        this.options = options;
    }

    /** Runs the tests of a file; that it cannot be read is in the report. */
    public RuleTestReport run(Path path) {
        try {
            return run(RuleTestFile.read(path));
        } catch (ConfigException e) {
            return new RuleTestReport(path.toString(), String.valueOf(e.getMessage()), List.of(), List.of());
        }
    }

    /** Runs the tests of a file that was read before. */
    public RuleTestReport run(RuleTestFile file) {
        RuleTestSuite suite = new RuleTestSuite(file, options);
        List<TestOutcome> outcomes = new ArrayList<>();
        try {
            suite.tests().forEach(test -> outcomes.add(suite.run(test)));
            return new RuleTestReport(file.file(), "", suite.warnings(), outcomes);
        } catch (ConfigException | UncheckedIOException e) {
            return new RuleTestReport(file.file(), String.valueOf(e.getMessage()), suite.warnings(), outcomes);
        }
    }
}
