package io.dawsos.telemetry.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Prints traces for people, one a second at most, as {@link Waterfall}s. What comes faster is not even collected; what
 * is printed is printed by a thread of its own, so that a slow terminal slows down no request.
 */
final class ConsoleTraces implements SpanProcessor {

    private static final long BETWEEN = Duration.ofSeconds(1).toNanos();
    private static final int MOST_TRACES = 64;
    private static final QueueLimits LIMITS = new QueueLimits(4, 1, Duration.ofSeconds(5), Duration.ofSeconds(5));

    private final Appendable out;
    private final Waterfall waterfall;
    private final AttributeRedaction redaction;
    private final LongSupplier nanoTime;
    private final AtomicLong nextPrint;
    private final LocalTraces traces;
    private final ExportQueue<LocalTrace> queue;

    ConsoleTraces(
            Appendable out, Waterfall waterfall, AttributeRedaction redaction, Losses losses, LongSupplier nanoTime) {
        this.out = out;
        this.waterfall = waterfall;
        this.redaction = redaction;
        this.nanoTime = nanoTime;
        this.nextPrint = new AtomicLong(nanoTime.getAsLong());
        this.traces = new LocalTraces(
                MOST_TRACES, root -> root.getSpanContext().isSampled() && isDue(nextPrint.get()), this::ended, t -> {});
        this.queue = new ExportQueue<>("waterfall", LIMITS, losses, this::print);
        queue.start();
    }

    private boolean isDue(long next) {
        return nanoTime.getAsLong() - next >= 0;
    }

    private void ended(LocalTrace trace) {
        long next = nextPrint.get();
        if (isDue(next) && nextPrint.compareAndSet(next, nanoTime.getAsLong() + BETWEEN)) {
            queue.add(trace);
        }
    }

    private CompletableResultCode print(List<LocalTrace> batch) {
        try {
            for (LocalTrace trace : batch) {
                List<SpanData> spans = trace.spans().stream()
                        .map(ReadableSpan::toSpanData)
                        .map(span -> RedactedSpan.of(span, redaction))
                        .toList();
                out.append(waterfall.draw(spans));
            }
            return CompletableResultCode.ofSuccess();
        } catch (IOException e) {
            return CompletableResultCode.ofExceptionalFailure(e);
        }
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        traces.onStart(parent, span);
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        traces.onEnd(span);
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
        return queue.shutdown();
    }
}
