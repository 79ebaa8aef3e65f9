package io.dawsos.portfolio.alert;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends what takes too long, whatever it waits for: interrupts the virtual thread, which closes the socket that it reads
 * or writes. Time limits of single reads would let a receiver that sends a byte now and then hold on for ever.
 */
final class Deadline implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("alert-deadlines").factory());
    private final Duration limit;

    Deadline(Duration limit) {
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    /** Runs the body on this thread. */
    void run(Body body) throws DeliveryFailure {
        Watch watch = new Watch(Thread.currentThread());
        var scheduled = timer.schedule(watch::end, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            body.run();
        } catch (DeliveryFailure e) {
            throw watch.done() ? tooLong() : e;
        } finally {
            scheduled.cancel(false);
            watch.done();
        }
    }

    /** What has a deadline. */
    @FunctionalInterface
    interface Body {
        void run() throws DeliveryFailure;
    }

    private DeliveryFailure tooLong() {
        return DeliveryFailure.of(DeliveryError.TIMEOUT, "no answer within %d s".formatted(limit.toSeconds()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static final class Watch {
        private final Thread thread;
        private boolean over;
        private boolean interrupted;

        Watch(Thread thread) {
            this.thread = thread;
        }

        synchronized void end() {
            if (!over) {
                interrupted = true;
                thread.interrupt();
            }
        }

        /** From here on it does not interrupt; whether it has. */
        synchronized boolean done() {
            over = true;
            if (interrupted) {
                Thread.interrupted();
            }
            return interrupted;
        }
    }
}
