package io.dawsos.observatory.alertmanager.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When work runs, on a moved clock and on threads. */
class SchedulerTest {
    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

    private final MovedScheduler moved = new MovedScheduler(START);
    private final List<String> ran = new ArrayList<>();

    private Runnable note(String name) {
        return () ->
                ran.add(name + "@" + Duration.between(START, moved.instant()).toSeconds());
    }

    @Test
    void moved_workOnTheWay_runsAtItsTimeAndInOrder() {
        moved.at(START.plusSeconds(3), note("late"));
        moved.at(START.plusSeconds(1), note("first"));
        moved.at(START.plusSeconds(1), note("second"));
        moved.at(START.plusSeconds(2), () -> moved.soon(note("inner")));
        moved.at(START.minusSeconds(9), note("past"));
        moved.move(Duration.ofSeconds(10));
        assertThat(ran).containsExactly("past@0", "first@1", "second@1", "inner@2", "late@3");
        assertThat(moved.instant()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void moved_cancelled_doesNotRun() {
        moved.at(START.plusSeconds(1), note("never")).cancel();
        moved.move(Duration.ofSeconds(2));
        assertThat(ran).isEmpty();
    }

    @Test
    void threads_workThatThrows_doesNotStopOtherWork() {
        AtomicInteger count = new AtomicInteger();
        try (ThreadScheduler threads = new ThreadScheduler(InstantSource.system())) {
            Scheduler.Timer never = threads.at(threads.instant().plusSeconds(3600), count::incrementAndGet);
            threads.soon(() -> {
                throw new IllegalStateException("as some work does");
            });
            threads.at(threads.instant().plusMillis(5), count::incrementAndGet);
            threads.at(threads.instant().minusSeconds(5), count::incrementAndGet);
            await().atMost(Duration.ofSeconds(10)).until(() -> count.get() == 2);
            never.cancel();
        }
        assertThat(count).hasValue(2);
    }
}
