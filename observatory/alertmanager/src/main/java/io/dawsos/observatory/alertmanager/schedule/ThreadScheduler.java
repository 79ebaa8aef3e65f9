package io.dawsos.observatory.alertmanager.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread watches the time; each piece of work gets a virtual thread of its own. */
public final class ThreadScheduler implements Scheduler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadScheduler.class);
    private static final Duration LAST_WORK = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor watch;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("alertmanager-", 0).factory());

    public ThreadScheduler(InstantSource clock) {
        this.clock = clock;
        this.watch = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("alertmanager-time").factory());
        watch.setRemoveOnCancelPolicy(true);
        watch.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public Timer at(Instant when, Runnable work) {
        AtomicBoolean over = new AtomicBoolean();
        Runnable once = () -> {
            if (over.compareAndSet(false, true)) {
                work.run();
            }
        };
        long delay = Math.max(0, Duration.between(instant(), when).toMillis());
        try {
            var waiting = watch.schedule(() -> soon(once), delay, TimeUnit.MILLISECONDS);
            return () -> {
                over.set(true);
                waiting.cancel(false);
            };
        } catch (RejectedExecutionException e) {
            LOG.debug("work is left out: the scheduler is closed");
            return () -> {};
        }
    }

    @Override
    public void soon(Runnable work) {
        try {
            workers.execute(() -> run(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("work is left out: the scheduler is closed");
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("scheduled work failed", e);
        }
    }

    /** Begins no more work; waits for what runs, but not longer than some seconds. */
    @Override
    public void close() {
        watch.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(LAST_WORK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("work of the alertmanager still runs after {}; it is interrupted", LAST_WORK);
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
