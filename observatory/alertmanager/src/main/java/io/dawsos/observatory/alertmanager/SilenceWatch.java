package io.dawsos.observatory.alertmanager;

import io.dawsos.observatory.alertmanager.schedule.Scheduler;
import io.dawsos.observatory.alertmanager.silence.Silence;
import io.dawsos.observatory.alertmanager.silence.Silences;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notices when a silence ends that wants it told. */
final class SilenceWatch {
    private final Silences silences;
    private final Scheduler scheduler;
    private final Consumer<Silence> expired;
    private Instant seenUpTo;
    private Scheduler.@Nullable Timer timer;
    private boolean stopped;

    SilenceWatch(Silences silences, Scheduler scheduler, Consumer<Silence> expired) {
        this.silences = silences;
        this.scheduler = scheduler;
        this.expired = expired;
        // Just before now, so that one that ends at this very moment is seen.
        this.seenUpTo = scheduler.instant().minusNanos(1);
    }

    /** To be called when a silence has changed. */
    synchronized void arm() {
        Instant now = scheduler.instant();
        for (Silence silence : silences.all()) {
            if (silence.tellWhenExpired()
                    && silence.endsAt().isAfter(seenUpTo)
                    && !silence.endsAt().isAfter(now)) {
                expired.accept(silence);
            }
        }
        seenUpTo = now;
        if (timer != null) {
            timer.cancel();
        }
        Instant next = silences.nextToldEnd(now);
        timer = next == null || stopped ? null : scheduler.at(next, this::arm);
    }

    synchronized void stop() {
        stopped = true;
        if (timer != null) {
            timer.cancel();
        }
    }
}
