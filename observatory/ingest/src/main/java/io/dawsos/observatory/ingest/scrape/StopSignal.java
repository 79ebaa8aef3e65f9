package io.dawsos.observatory.ingest.scrape;

import org.jspecify.annotations.Nullable;

/**
 * Stops a thread where it waits, and nowhere else: an interrupt while it writes to the store would close the store's
 * file.
 */
final class StopSignal {
    private boolean stopped;
    private @Nullable Thread waiting;

    /** What may be interrupted. */
    interface Wait<T, E extends Exception> {
        T run() throws E, InterruptedException;
    }

    synchronized void stop() {
        stopped = true;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    /** @throws InterruptedException when it was stopped, before or during the wait */
    <T, E extends Exception> T await(Wait<T, E> wait) throws E, InterruptedException {
        begin();
        try {
            return wait.run();
        } finally {
            end();
        }
    }

    private synchronized void begin() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException();
        }
        waiting = Thread.currentThread();
    }

    /** An interrupt that came too late for the wait must not reach what follows. */
    private synchronized void end() {
        waiting = null;
        boolean _ = Thread.interrupted();
    }
}
