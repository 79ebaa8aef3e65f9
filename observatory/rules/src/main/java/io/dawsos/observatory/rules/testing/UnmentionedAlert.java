package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.config.Durations;
import java.time.Duration;

/**
 * An alert that fired in a test no check of which looks at it.
 *
 * @param at when it was first seen firing, since the test's start
 */
public record UnmentionedAlert(String alertName, Duration at) {
    /** A sentence for people. */
    public String text() {
        return alertName + " fired too, first at " + Durations.text(at) + ", and no check of this test looks at it";
    }
}
