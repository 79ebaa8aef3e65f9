package io.dawsos.telemetry.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.List;

/** Queues ended spans that are sampled, and those that {@link KeptTraces} adds, for an exporter. */
final class SpanQueue implements SpanProcessor {

    private final SpanExporter exporter;
    private final ExportQueue<ReadableSpan> queue;

    SpanQueue(SpanExporter exporter, QueueLimits limits, Losses losses) {
        this.exporter = exporter;
        this.queue = new ExportQueue<>("spans", limits, losses, this::export);
        queue.start();
    }

    void add(ReadableSpan span) {
        queue.add(span);
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (span.getSpanContext().isSampled()) {
            queue.add(span);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public CompletableResultCode forceFlush() {
        return queue.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return Shutdown.inOrder(queue.shutdown(), exporter::shutdown);
    }

    private CompletableResultCode export(List<ReadableSpan> spans) {
        List<SpanData> data = new ArrayList<>(spans.size());
        for (ReadableSpan span : spans) {
            data.add(SampledSpan.of(span.toSpanData()));
        }
        return exporter.export(data);
    }
}
