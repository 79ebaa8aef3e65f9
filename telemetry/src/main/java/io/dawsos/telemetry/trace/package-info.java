/**
 * From an ended span or an emitted log record to its exporter: bounded queues that count what they drop, traces kept
 * against the head decision, redaction, and the waterfall for people. {@link io.dawsos.telemetry.trace.SpanPipeline} and
 * {@link io.dawsos.telemetry.trace.LogPipeline} put the parts together.
 */
@NullMarked
package io.dawsos.telemetry.trace;

import org.jspecify.annotations.NullMarked;
