package io.dawsos.systemtest;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People who look at their portfolios, again and again until it is closed. */
final class Users implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger failed = new AtomicInteger();

    /** @param pause after which there is a warm valuation and a cold one */
    static Users of(WatchedService service, Duration pause) {
        Users users = new Users();
        var _ = users.timer.scheduleWithFixedDelay(
                () -> {
                    users.look(service::warm);
                    users.look(service::cold);
                },
                0,
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
        return users;
    }

    /** How many were not answered with 200. */
    int failed() {
        return failed.get();
    }

    private void look(WatchedService.Request valuation) {
        try {
            if (valuation.send() != 200) {
                failed.incrementAndGet();
            }
        } catch (IOException e) {
            failed.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        timer.close();
    }
}
