package io.dawsos.observatory.ingest.remote;

import java.time.Duration;

/**
 * How much waits for a receiver that does not answer.
 *
 * @param bytes on disk; beyond it the oldest is dropped
 * @param age beyond it what was queued is dropped
 */
public record QueueLimits(long bytes, Duration age) {
    /** 1 GiB, and two hours as Prometheus keeps. */
    public static final QueueLimits DEFAULT = new QueueLimits(1L << 30, Duration.ofHours(2));
}
