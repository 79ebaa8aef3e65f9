package io.dawsos.portfolio.alert;

import io.dawsos.telemetry.Capability;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** Runs that are traces of their own, linked from what caused them. */
final class Runs {

    private Runs() {}

    /** @param cause may be invalid: then there is no link */
    static <X extends Exception> void run(Capability capability, SpanContext cause, Capability.Action<X> body)
            throws X {
        try (Scope _ = Context.root().makeCurrent()) {
            capability.execute(span -> {
                if (cause.isValid()) {
                    span.addLink(cause);
                }
                body.run(span);
            });
        }
    }

    static SpanContext current() {
        return Span.current().getSpanContext();
    }
}
