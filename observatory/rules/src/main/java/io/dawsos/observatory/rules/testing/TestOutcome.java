package io.dawsos.observatory.rules.testing;

import java.time.Duration;
import java.util.List;

/**
 * What became of a test.
 *
 * @param failures why it did not pass; none when it did
 * @param warnings what makes it worth less than it seems; strictly, failures
 * @param unmentioned alerts that fired though no check of the test looks at them
 * @param took how long it ran
 */
public record TestOutcome(
        RuleTest test,
        List<CheckFailure> failures,
        List<TestWarning> warnings,
        List<UnmentionedAlert> unmentioned,
        Duration took) {
    public TestOutcome {
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
        unmentioned = List.copyOf(unmentioned);
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
