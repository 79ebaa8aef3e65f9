package io.dawsos.observatory.rules.alert;

import java.util.Locale;

/** Where an alert is in its life. */
public enum AlertState {
    /** Its series is gone; it is remembered for some minutes so that its end reaches everybody. */
    INACTIVE,
    /** Its series is there, but not for as long as the rule wants. */
    PENDING,
    FIRING;

    /** As the label {@code alertstate} has it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
