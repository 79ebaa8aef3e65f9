package io.dawsos.observatory.rules.testing;

import java.util.List;

/**
 * A check that did not hold, or a rule that could not be evaluated.
 *
 * @param line where the check stands in the file
 * @param message what was checked, and when
 * @param diff what was expected and what came, when there is that
 */
public record CheckFailure(int line, String message, List<DiffLine> diff) {
    public CheckFailure {
        diff = List.copyOf(diff);
    }
}
