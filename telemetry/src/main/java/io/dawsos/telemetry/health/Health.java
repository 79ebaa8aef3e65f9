package io.dawsos.telemetry.health;

import java.time.Duration;

/** SKELETON: the dependencies of this process and how they are. */
public final class Health {

    /** Throws when the dependency is not well. */
    @FunctionalInterface
    public interface Check {
        void run() throws Exception;
    }

    /** A dependency without which the service cannot serve: down makes {@code /health} and {@code /health/ready} 503. */
    public void need(String name, Duration limit, Check check) {
        throw new UnsupportedOperationException();
    }

    /** A dependency without which the service is slower or poorer: down is reported as degraded. */
    public void want(String name, Duration limit, Check check) {
        throw new UnsupportedOperationException();
    }
}
