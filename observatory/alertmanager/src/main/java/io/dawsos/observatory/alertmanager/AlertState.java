package io.dawsos.observatory.alertmanager;

import java.util.Locale;

/** What is made of an alert. */
public enum AlertState {
    /** No group has it. */
    UNPROCESSED,
    /** People are told of it. */
    ACTIVE,
    /** A silence or another alert keeps it quiet. */
    SUPPRESSED;

    /** As the API writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
