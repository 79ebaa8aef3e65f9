package io.dawsos.systemtest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** People who look at their portfolios, again and again until it is closed. */
final class Users implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

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

    /** Of each that was not answered with 200: when, and what came. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private void look(WatchedService.Request valuation) {
        try {
            int status = valuation.send();
            if (status != 200) {
                failures.add(Instant.now() + " " + status);
            }
        } catch (IOException e) {
            failures.add(Instant.now() + " " + e);
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
