package io.dawsos.telemetry.trace;

import io.dawsos.telemetry.trace.Losses.Reason;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides, when a trace that the head decision was against has ended, whether it is exported after all: because a span
 * of it failed, or because it was slow. All of its spans in this process are exported, or none.
 *
 * @param slowerThan null to keep no trace for its duration
 */
record KeptTraces(boolean errors, @Nullable Duration slowerThan, SpanQueue queue, Losses losses) {

    private static final int MOST_TRACES = 1024;

    SpanProcessor processor() {
        return new LocalTraces(
                MOST_TRACES,
                root -> !root.getSpanContext().isSampled(),
                this::ended,
                trace -> losses.lost(trace.spans().size(), Reason.TOO_MANY_TRACES, null));
    }

    private void ended(LocalTrace trace) {
        List<ReadableSpan> spans = trace.spans();
        if (isSlow(trace.root()) || (errors && spans.stream().anyMatch(KeptTraces::isFailed))) {
            spans.forEach(queue::add);
            losses.lost(trace.left(), Reason.TRACE_TOO_LARGE, null);
        }
    }

    private boolean isSlow(@Nullable ReadableSpan root) {
        return slowerThan != null && root != null && root.getLatencyNanos() >= slowerThan.toNanos();
    }

    private static boolean isFailed(ReadableSpan span) {
        return span.toSpanData().getStatus().getStatusCode() == StatusCode.ERROR;
    }
}
