package io.dawsos.telemetry;

import io.opentelemetry.api.trace.Span;

/**
 * SKELETON: one thing that a service can do, seen the same way everywhere: a span with its attributes, its duration and outcome as
 * metrics, a failure logged once with the trace id, marked on the span, and rethrown.
 *
 * <pre>{@code
 * return calculation.run(span -> {
 *     span.setAttribute("position_count", lots.size());
 *     return value(lots, prices);
 * });
 * }</pre>
 */
public final class Capability {

    /** What a capability does; the span is its own, current while it runs. */
    @FunctionalInterface
    public interface Body<T, X extends Exception> {
        T run(Span span) throws X;
    }

    public <T, X extends Exception> T run(Body<T, X> body) throws X {
        return body.run(Span.current());
    }
}
