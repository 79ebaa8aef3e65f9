package io.dawsos.observatory.alertmanager.schedule;

import java.time.Instant;
import java.time.InstantSource;

/** Tells the time and runs work later. Work that throws is logged and does not stop other work. */
public interface Scheduler extends InstantSource {
    /** Work that waits for its time. */
    interface Timer {
        /** The work will not begin any more; no effect when it has. */
        void cancel();
    }

    /** Runs work at a time, or at once when that has passed. The work may block. */
    Timer at(Instant when, Runnable work);

    /** Runs work soon, beside the caller. It may block. */
    void soon(Runnable work);
}
