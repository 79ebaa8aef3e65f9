package io.dawsos.systemtest;

import java.time.Duration;
import java.time.Instant;

/** Something that goes wrong outside of the service, or that is asked of it, and that one alert is for. */
interface Fault {

    /** The alert's name. */
    String alert();

    /** For a fault that needs time until it can be seen: begins it, before any other is provoked. */
    default void begin() throws Exception {}

    /** @return since when it has been there */
    Instant provoke() throws Exception;

    /** Takes away what was wrong. */
    void undo() throws Exception;

    /** How long it must last until its alert's rule can see it, whatever the settings. */
    default Duration inherent() {
        return Duration.ZERO;
    }
}
