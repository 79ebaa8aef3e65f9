package io.dawsos.systemtest;

import io.dawsos.systemtest.LocalServer.Reply;
import io.dawsos.systemtest.LocalServer.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody's webhook turns each alert away at first and says when it will take it: after more than a minute. */
final class LateReceiver implements Fault, AutoCloseable {

    private static final Duration LATE = Duration.ofSeconds(61);
    private static final int ALERTS = 6;

    private final WatchedService service;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final LocalServer server = new LocalServer(this::answer);
    private Instant began = Instant.EPOCH;

    LateReceiver(WatchedService service) throws IOException {
        this.service = service;
    }

    @Override
    public String alert() {
        return "AlertDeliverySlowMedian";
    }

    @Override
    public void begin() throws Exception {
        began = Instant.now();
        for (int i = 0; i < ALERTS; i++) {
            service.alert("late " + i, server.address("/late"));
        }
    }

    @Override
    public Instant provoke() {
        return began;
    }

    /** Each is late once. */
    @Override
    public void undo() {}

    @Override
    public Duration inherent() {
        return LATE;
    }

    private Reply answer(Request request) {
        return request.header().apply("Idempotency-Key").filter(seen::add).isPresent()
                ? new Reply(503, "text/plain", "later", Map.of("Retry-After", Long.toString(LATE.toSeconds())))
                : Reply.text(200, "thanks");
    }

    @Override
    public String toString() {
        return alert();
    }

    @Override
    public void close() {
        server.close();
    }
}
