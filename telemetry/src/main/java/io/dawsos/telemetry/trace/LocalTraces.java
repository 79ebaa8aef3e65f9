package io.dawsos.telemetry.trace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Holds the ended spans of running traces and hands each trace over as a whole. Bounded in traces, in spans per trace
 * and in time: a root that never ends is given up after ten minutes. A span that ends after its root is left out.
 */
final class LocalTraces implements SpanProcessor {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_SPANS = 512;

    private final Predicate<ReadableSpan> takes;
    private final Consumer<LocalTrace> whole;
    private final Cache<String, LocalTrace> running;

    /**
     * @param takes asked at the start of each local root: whether its trace is held
     * @param whole takes the ended trace, on the thread that ended it
     * @param givenUp takes a trace that had to make room
     */
    LocalTraces(
            int mostTraces, Predicate<ReadableSpan> takes, Consumer<LocalTrace> whole, Consumer<LocalTrace> givenUp) {
        this.takes = takes;
        this.whole = whole;
        this.running = Caffeine.newBuilder()
                .maximumSize(mostTraces)
                .expireAfterWrite(LONGEST)
                .executor(Runnable::run)
                .<String, LocalTrace>evictionListener((id, trace, cause) -> {
                    if (trace != null) {
                        givenUp.accept(trace);
                    }
                })
                .build();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (LocalTrace.isRoot(span) && takes.test(span)) {
            running.asMap().compute(span.getSpanContext().getTraceId(), (id, known) -> {
                LocalTrace trace = known == null ? new LocalTrace(MOST_SPANS) : known;
                trace.rootStarted(span);
                return trace;
            });
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        String traceId = span.getSpanContext().getTraceId();
        LocalTrace trace = running.getIfPresent(traceId);
        if (trace == null) {
            return;
        }
        trace.ended(span);
        if (LocalTrace.isRoot(span) && trace.rootEnded()) {
            running.asMap().remove(traceId, trace);
            whole.accept(trace);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
