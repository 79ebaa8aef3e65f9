package io.dawsos.telemetry.trace;

import io.dawsos.telemetry.metrics.Metrics;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.function.LongSupplier;

/**
 * What happens to log records on their way to an OTLP target.
 *
 * @param limits of the queue before the exporter
 * @param nanoTime what the once-a-minute warning goes by
 */
public record LogPipeline(QueueLimits limits, Metrics metrics, LongSupplier nanoTime) {

    /** Starts a thread that lasts until the processor is shut down. */
    public LogRecordProcessor to(LogRecordExporter exporter) {
        return new LogQueue(exporter, limits, new Losses("log_records", metrics, nanoTime));
    }
}
