package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;

/** The database takes no connections: requests are answered with 503. */
record DatabaseAway(WatchedService service) implements Fault {

    private static final int USERS = 12;

    @Override
    public String alert() {
        return "HighErrorRate";
    }

    @Override
    public Instant provoke() throws Exception {
        Instant began = Instant.now();
        service.database().refuse();
        assertThat(WatchedService.atOnce(USERS, service::warm)).containsOnly(503);
        return began;
    }

    /** Returns when the service has found it again. */
    @Override
    public void undo() throws Exception {
        service.database().admit();
        await().atMost(Duration.ofSeconds(30)).until(() -> service.warm() == 200);
    }

    @Override
    public String toString() {
        return alert();
    }
}
