package io.dawsos.observatory.alertmanager.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time that stands still until somebody moves it: for tests, simulations and dry runs. All work runs in the thread that
 * moves the time, in order of time and then of arrival, so that two runs are alike. Work that throws stops the move.
 */
public final class MovedScheduler implements Scheduler {
    private record Due(Instant when, long order, Runnable work) {}

    private final PriorityQueue<Due> waiting =
            new PriorityQueue<>(Comparator.comparing(Due::when).thenComparingLong(Due::order));
    private Instant now;
    private long arrivals;

    public MovedScheduler(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Timer at(Instant when, Runnable work) {
        Due due = new Due(when.isBefore(now) ? now : when, arrivals++, work);
        waiting.add(due);
        return () -> waiting.remove(due);
    }

    @Override
    public void soon(Runnable work) {
        at(now, work);
    }

    /** Runs what is due now. */
    public void settle() {
        moveTo(now);
    }

    public void move(Duration by) {
        moveTo(now.plus(by));
    }

    /** Moves the time on and runs what comes due on the way, each at its time. */
    public void moveTo(Instant target) {
        for (Due due = waiting.peek(); due != null && !due.when.isAfter(target); due = waiting.peek()) {
            waiting.remove();
            now = due.when;
            due.work.run();
        }
        now = target;
    }
}
