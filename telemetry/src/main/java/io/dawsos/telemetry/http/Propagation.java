package io.dawsos.telemetry.http;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A trace's way across a process's border, in the headers that {@code OTEL_PROPAGATORS} names: W3C's unless said. */
public final class Propagation {

    private static final TextMapGetter<Function<String, @Nullable String>> BY_NAME = new TextMapGetter<>() {
        @Override
        public @Nullable String get(@Nullable Function<String, @Nullable String> headers, String name) {
            return headers == null ? null : headers.apply(name);
        }
    };

    private final TextMapPropagator propagator;

    public Propagation(OpenTelemetry openTelemetry) {
        this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
    }

    /**
     * The caller's context, on top of nothing: whatever the current thread was doing is not the caller's. Headers that
     * are malformed count as absent, so that the next span starts a new trace.
     *
     * @param header the value of a header by its name in lower case, or null
     */
    public Context extract(Function<String, @Nullable String> header) {
        return propagator.extract(Context.root(), header, BY_NAME);
    }

    /** @param setHeader takes name and value of each header that carries the context */
    public void inject(Context context, BiConsumer<String, String> setHeader) {
        propagator.inject(context, setHeader, (set, name, value) -> {
            if (set != null) {
                set.accept(name, value);
            }
        });
    }

    /** The {@code traceparent} of a span, for an answer's header. */
    public static String traceparent(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }
}
