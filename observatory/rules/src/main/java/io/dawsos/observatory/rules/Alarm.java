package io.dawsos.observatory.rules;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** A clock that can be waited for, by any number of threads. */
public interface Alarm extends InstantSource {
    /**
     * Waits until a time has come, or until it is not wanted any more.
     *
     * @param unwanted asked whenever {@link #wake} was called
     * @return whether the time has come
     */
    boolean await(Instant time, BooleanSupplier unwanted) throws InterruptedException;

    /** Lets all who wait ask whether they are still wanted. */
    void wake();

    /** The system's. */
    static Alarm system() {
        return new SystemAlarm();
    }
}
