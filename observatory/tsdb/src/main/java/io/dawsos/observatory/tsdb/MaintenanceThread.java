package io.dawsos.observatory.tsdb;

import java.io.Closeable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs maintenance every half a minute, one run at a time. */
final class MaintenanceThread implements Closeable {
    private static final int SECONDS = 30;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("tsdb-maintenance").daemon().factory());

    MaintenanceThread(Runnable maintenance) {
        var _ = executor.scheduleWithFixedDelay(maintenance, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Waits for a run that is under way: files are never left half written. */
    @Override
    public void close() {
        executor.close();
    }
}
