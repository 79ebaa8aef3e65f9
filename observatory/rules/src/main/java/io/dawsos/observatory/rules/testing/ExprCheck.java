package io.dawsos.observatory.rules.testing;

import java.time.Duration;
import java.util.List;

/**
 * What a query must give at a time.
 *
 * @param at since the test's start
 * @param line where it stands in the file
 */
public record ExprCheck(Duration at, String expr, List<ExpectedSample> expected, int line) {
    public ExprCheck {
        expected = List.copyOf(expected);
    }
}
