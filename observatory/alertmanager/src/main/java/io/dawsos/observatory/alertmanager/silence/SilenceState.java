package io.dawsos.observatory.alertmanager.silence;

import java.util.Locale;

/** Where a silence is in its life. */
public enum SilenceState {
    PENDING,
    ACTIVE,
    EXPIRED;

    /** As the API writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
