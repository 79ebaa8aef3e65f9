package io.dawsos.telemetry.trace;

import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.redact.Redactor;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What happens to spans.
 *
 * @param limits of the queue before the exporter
 * @param keepErrors whether traces with an error are exported although the head decision was against it
 * @param keepSlowerThan the same for traces that take as long; null for none
 * @param nanoTime what the once-a-minute warning and the once-a-second waterfall go by
 */
public record SpanPipeline(
        QueueLimits limits,
        boolean keepErrors,
        @Nullable Duration keepSlowerThan,
        Metrics metrics,
        Redactor redactor,
        LongSupplier nanoTime) {

    /** Whether spans must be recorded, by {@link RecordingSampler}, that the head decision is against. */
    public boolean keepsUnsampled() {
        return keepErrors || keepSlowerThan != null;
    }

    /** Starts a thread that lasts until the processors are shut down. */
    public List<SpanProcessor> to(SpanExporter exporter) {
        Losses losses = new Losses("spans", metrics, nanoTime);
        SpanQueue queue =
                new SpanQueue(new RedactingSpanExporter(exporter, new AttributeRedaction(redactor)), limits, losses);
        List<SpanProcessor> processors = new ArrayList<>();
        if (keepsUnsampled()) {
            processors.add(new KeptTraces(keepErrors, keepSlowerThan, queue, losses).processor());
        }
        processors.add(queue);
        return processors;
    }

    /** Without any processor the SDK makes no spans at all, and log lines and exemplars would have no trace id. */
    public static SpanProcessor toNowhere() {
        return new Nowhere();
    }

    /** Draws one trace a second at most. Starts a thread that lasts until the processor is shut down. */
    public SpanProcessor toConsole(Appendable out, boolean colour) {
        return new ConsoleTraces(
                out,
                new Waterfall(colour),
                new AttributeRedaction(redactor),
                new Losses("console_traces", metrics, nanoTime),
                nanoTime);
    }
}
