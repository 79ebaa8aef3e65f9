package io.dawsos.telemetry.health;

/** How a dependency, or the whole, is. */
public enum HealthState {
    UP,
    /** Only of the whole: a dependency that is wanted but not needed is down. */
    DEGRADED,
    DOWN
}
