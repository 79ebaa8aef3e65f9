package io.dawsos.telemetry.trace;

import java.time.Duration;

/**
 * The bounds of one export queue, as OpenTelemetry's batch processors name them.
 *
 * @param size items that wait at most; rounded up to a power of two
 * @param batch items given to the exporter at once, at most {@code size}
 * @param delay how long an item waits at most for its batch to fill
 * @param exportTimeout how long one export may take before its batch counts as lost
 */
public record QueueLimits(int size, int batch, Duration delay, Duration exportTimeout) {}
