package io.dawsos.observatory.server.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells that the process is told to end (SIGTERM, SIGINT), and keeps it alive until what runs in it has been closed. */
final class ProcessEnd implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** From now on. */
    static ProcessEnd watch() {
        ProcessEnd end = new ProcessEnd();
        Runtime.getRuntime().addShutdownHook(new Thread(end::hold, "dawsos-end"));
        return end;
    }

    /** The JVM ends with its hooks. */
    private void hold() {
        told.countDown();
        try {
            var _ = closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the process is told to end. */
    void await() throws InterruptedException {
        told.await();
    }

    /** All is closed: the process may end. */
    @Override
    public void close() {
        closed.countDown();
    }
}
