package io.dawsos.observatory.rules.testing;

import java.util.List;

/**
 * What became of a file of tests.
 *
 * @param file its name, as it was given
 * @param problem why no test of it could run; empty when they could
 * @param warnings of the file as a whole
 * @param tests those that ran
 */
public record RuleTestReport(String file, String problem, List<TestWarning> warnings, List<TestOutcome> tests) {
    public RuleTestReport {
        warnings = List.copyOf(warnings);
        tests = List.copyOf(tests);
    }

    /** @param strict whether warnings count as failures */
    public boolean passed(boolean strict) {
        return problem.isEmpty() && tests.stream().allMatch(TestOutcome::passed) && !(strict && hasWarnings());
    }

    private boolean hasWarnings() {
        return !warnings.isEmpty()
                || tests.stream().anyMatch(test -> !test.warnings().isEmpty());
    }
}
