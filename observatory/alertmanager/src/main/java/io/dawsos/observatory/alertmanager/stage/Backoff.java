package io.dawsos.observatory.alertmanager.stage;

import java.time.Duration;

/**
 * How long to wait before another try: half a second, half as much again each time, up to a minute; more or less by half,
 * so that those who failed together do not try together. The same for the same key and try.
 */
final class Backoff {
    private static final double FIRST_MILLIS = 500;
    private static final double FACTOR = 1.5;
    private static final double LONGEST_MILLIS = 60_000;

    private Backoff() {}

    /** @param attempt the one that failed, from 1 */
    static Duration after(int attempt, Object key) {
        double base = Math.min(LONGEST_MILLIS, FIRST_MILLIS * Math.pow(FACTOR, Math.min(attempt, 100) - 1.0));
        int mixed = (key.hashCode() + attempt) * 0x9e3779b9;
        double spread = (mixed >>> 8) / (double) (1 << 24);
        return Duration.ofMillis((long) (base * (0.5 + spread)));
    }
}
