package io.dawsos.systemtest;

import java.time.Duration;
import java.time.Instant;

/** A price provider answers 500 to whoever asks for quotes. */
record FailingProvider(WatchedService service) implements Fault {

    @Override
    public String alert() {
        return "CircuitBreakerOpen";
    }

    @Override
    public Instant provoke() throws Exception {
        Instant began = Instant.now();
        service.chaos("fmp", "mode=fail");
        return began;
    }

    @Override
    public void undo() throws Exception {
        service.chaos("fmp", "mode=ok");
    }

    /** Until the next quotes are asked for. */
    @Override
    public Duration inherent() {
        return Duration.ofSeconds(2);
    }

    @Override
    public String toString() {
        return alert();
    }
}
