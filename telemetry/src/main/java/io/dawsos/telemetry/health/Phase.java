package io.dawsos.telemetry.health;

/** Where a process is in its life. */
public enum Phase {
    STARTING,
    SERVING,
    STOPPING
}
