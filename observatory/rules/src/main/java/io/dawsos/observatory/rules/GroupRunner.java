package io.dawsos.observatory.rules;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Evaluates a group at its times, on a thread of its own. */
final class GroupRunner {
    private static final Logger LOG = LoggerFactory.getLogger(GroupRunner.class);
    /** The evaluation after which series have come in again that alerts of a restarted server depend on. */
    private static final int RESTORED_AFTER = 2;

    /** How a group's evaluations end. */
    private enum End {
        NONE,
        /** Another goes on with its state, or the server stops. */
        REPLACED,
        /** Nobody goes on, so its series end. */
        REMOVED
    }

    private final GroupEvaluation evaluation;
    private final Alarm alarm;
    private final @Nullable GroupRunner before;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile End end = End.NONE;
    private volatile boolean closing;
    private volatile boolean awaitsRestoration;
    private volatile boolean done;

    /** @param before whose state this one takes over when it has finished */
    GroupRunner(GroupEvaluation evaluation, Alarm alarm, boolean restores, @Nullable GroupRunner before) {
        this.evaluation = evaluation;
        this.alarm = alarm;
        this.awaitsRestoration = restores;
        this.before = before;
    }

    GroupEvaluation evaluation() {
        return evaluation;
    }

    /** Whether the state of its alerts is still to be taken up from the store. */
    boolean awaitsRestoration() {
        return awaitsRestoration;
    }

    /** Whether nothing is left to do. */
    boolean isDone() {
        return done;
    }

    void start() {
        Thread.ofVirtual().name("rules-" + evaluation.group().key()).start(this::run);
    }

    /** Ends the evaluations; the one that runs is finished. */
    void replace() {
        stop(End.REPLACED);
    }

    /** Ends the evaluations, and after two intervals the series. */
    void remove() {
        stop(End.REMOVED);
    }

    /** Ends the evaluations, the one that runs too. */
    void close() {
        closing = true;
        evaluation.cancel();
        stop(End.REPLACED);
    }

    private void stop(End how) {
        end = how;
        alarm.wake();
    }

    void awaitFinished() throws InterruptedException {
        finished.await();
    }

    private void run() {
        try {
            if (before != null) {
                before.awaitFinished();
                evaluation.continueFrom(before.evaluation);
            }
            evaluateAtItsTimes();
        } catch (InterruptedException e) {
            LOG.warn(
                    "The group {} is evaluated no more: interrupted",
                    evaluation.group().key());
        } catch (RuntimeException e) {
            LOG.error("The group {} is evaluated no more", evaluation.group().key(), e);
        } finally {
            finished.countDown();
        }
        if (end == End.REMOVED) {
            retire(alarm.instant());
        }
        done = true;
    }

    private void evaluateAtItsTimes() throws InterruptedException {
        GroupTimes times = evaluation.times();
        RuleListener listener = evaluation.context().listener();
        Instant due = times.after(alarm.instant());
        for (int evaluations = 1; alarm.await(due, () -> end != End.NONE); evaluations++) {
            long missed = times.missed(due, alarm.instant());
            if (missed > 0) {
                listener.missed(evaluation.group(), missed);
            }
            listener.scheduled(evaluation.group(), missed + 1);
            Instant at = due.plus(times.interval().multipliedBy(missed));
            evaluation.evaluate(at);
            if (awaitsRestoration && evaluations == RESTORED_AFTER) {
                evaluation.restore(alarm.instant());
                awaitsRestoration = false;
            }
            due = at.plus(times.interval());
        }
    }

    /** A group of another name may have taken over the series: it needs time to write them first. */
    private void retire(Instant removed) {
        try {
            Instant later = removed.plus(evaluation.times().interval().multipliedBy(2));
            if (alarm.await(later, () -> closing)) {
                evaluation.retire(removed);
            }
        } catch (InterruptedException e) {
            LOG.warn(
                    "The series of the group {} are not ended: interrupted",
                    evaluation.group().key());
        }
    }
}
