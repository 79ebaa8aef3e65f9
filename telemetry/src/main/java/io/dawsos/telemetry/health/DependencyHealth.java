package io.dawsos.telemetry.health;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one dependency was when it was last asked.
 *
 * @param latency of its last answer, good or bad; the time limit when there was none
 * @param lastError why it was down the last time that it was, redacted; kept after it recovered
 * @param since when it came into this state
 */
public record DependencyHealth(
        String name,
        boolean needed,
        HealthState state,
        Duration latency,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        Instant since) {}
