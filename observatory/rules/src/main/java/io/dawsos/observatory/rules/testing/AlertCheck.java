package io.dawsos.observatory.rules.testing;

import java.time.Duration;
import java.util.List;

/**
 * What must fire under a name at a time; nothing when the list is empty.
 *
 * @param at since the test's start
 * @param line where it stands in the file
 */
public record AlertCheck(Duration at, String alertName, List<ExpectedAlert> expected, int line) {
    public AlertCheck {
        expected = List.copyOf(expected);
    }
}
