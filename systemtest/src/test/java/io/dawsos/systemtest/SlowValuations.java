package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.systemtest.WatchedService.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Tables are locked again and again for longer than a valuation may take, and for less than the two seconds after which
 * the service gives up.
 *
 * @param tables in the order in which a valuation reads them; it waits at each
 */
record SlowValuations(String alert, WatchedService service, Request valuation, List<String> tables) implements Fault {

    private static final Duration HELD = Duration.ofMillis(1600);
    private static final int USERS = 8;
    private static final int ROUNDS = 3;

    static Fault warm(WatchedService service) {
        return new SlowValuations("WarmLatencyP95Breach", service, service::warm, List.of("lots"));
    }

    static Fault cold(WatchedService service) {
        return new SlowValuations("ColdLatencyP95Breach", service, service::cold, List.of("prices", "lots"));
    }

    @Override
    public Instant provoke() throws Exception {
        Instant began = Instant.now();
        for (int round = 0; round < ROUNDS; round++) {
            List<Future<Void>> locks = new ArrayList<>();
            for (String table : tables) {
                locks.add(service.database().lock(table, HELD.multipliedBy(locks.size() + 1L)));
            }
            assertThat(WatchedService.atOnce(USERS, valuation)).containsOnly(200);
            for (Future<Void> lock : locks) {
                lock.get();
            }
        }
        return began;
    }

    /** The locks have ended by themselves. */
    @Override
    public void undo() {}

    @Override
    public Duration inherent() {
        return HELD.multipliedBy((long) ROUNDS * tables.size());
    }

    @Override
    public String toString() {
        return alert;
    }
}
