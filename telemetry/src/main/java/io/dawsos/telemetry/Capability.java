package io.dawsos.telemetry;

import io.dawsos.telemetry.metrics.Histogram;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a service can do, seen the same way everywhere: a span with its attributes, its duration and outcome as
 * metrics, a failure logged once with the trace id, marked on the span, and rethrown. Immutable: make it once, beside
 * the method that it is for.
 *
 * <pre>{@code
 * return calculation.run(span -> {
 *     span.setAttribute("position_count", lots.size());
 *     return value(lots, prices);
 * });
 * }</pre>
 */
public final class Capability {

    private final String name;
    private final @Nullable Instruments instruments;
    private final SpanKind kind;
    private final Attributes attributes;
    private final List<Class<? extends Throwable>> expected;

    /** What a capability is seen by. */
    record Instruments(
            Tracer tracer,
            Failures failures,
            Histogram.Series success,
            Histogram.Series error,
            Histogram.Series rejected) {}

    /** What a capability does; the span is its own, current while it runs. */
    @FunctionalInterface
    public interface Body<T extends @Nullable Object, X extends Exception> {
        T run(Span span) throws X;
    }

    /** A {@link Body} with no answer. */
    @FunctionalInterface
    public interface Action<X extends Exception> {
        void run(Span span) throws X;
    }

    /** @param instruments null where nothing is observed: the body then runs as if called directly */
    Capability(String name, @Nullable Instruments instruments) {
        this(name, instruments, SpanKind.INTERNAL, Attributes.empty(), List.of());
    }

    private Capability(
            String name,
            @Nullable Instruments instruments,
            SpanKind kind,
            Attributes attributes,
            List<Class<? extends Throwable>> expected) {
        this.name = name;
        this.instruments = instruments;
        this.kind = kind;
        this.attributes = attributes;
        this.expected = expected;
    }

    /** The same of another span kind; {@code INTERNAL} unless said. */
    public Capability kind(SpanKind kind) {
        return new Capability(name, instruments, kind, attributes, expected);
    }

    /** The same with an attribute that each of its spans has. */
    public Capability attribute(String key, String value) {
        return attribute(AttributeKey.stringKey(key), value);
    }

    /** The same with an attribute that each of its spans has. */
    public <A> Capability attribute(AttributeKey<A> key, A value) {
        Attributes more = attributes.toBuilder().put(key, value).build();
        return new Capability(name, instruments, kind, more, expected);
    }

    /**
     * The same, to which exceptions of this type are a lawful answer, the caller's mistake and not ours: outcome
     * {@code rejected}, nothing logged, the span not failed; rethrown like any other.
     */
    public Capability expecting(Class<? extends Throwable> type) {
        return new Capability(
                name,
                instruments,
                kind,
                attributes,
                Stream.concat(expected.stream(), Stream.of(type)).toList());
    }

    public <T extends @Nullable Object, X extends Exception> T run(Body<T, X> body) throws X {
        Instruments seen = instruments;
        if (seen == null) {
            return body.run(Span.getInvalid());
        }
        Span span = seen.tracer
                .spanBuilder(name)
                .setSpanKind(kind)
                .setAllAttributes(attributes)
                .startSpan();
        long start = System.nanoTime();
        // The histogram is observed while the span is current: that is where its exemplar comes from.
        try (Scope _ = span.makeCurrent()) {
            Histogram.Series seconds = seen.success;
            try {
                return body.run(span);
            } catch (Throwable thrown) {
                seconds = thrown(seen, span, thrown);
                throw thrown;
            } finally {
                seconds.observe((System.nanoTime() - start) / 1e9);
            }
        } finally {
            span.end();
        }
    }

    /** {@link #run} for a body with no answer. */
    public <X extends Exception> void execute(Action<X> action) throws X {
        run(span -> {
            action.run(span);
            return span;
        });
    }

    private Histogram.Series thrown(Instruments seen, Span span, Throwable thrown) {
        String type = thrown.getClass().getName();
        if (expected.stream().anyMatch(each -> each.isInstance(thrown))) {
            span.setAttribute("dawsos.rejected", type);
            return seen.rejected;
        }
        span.setStatus(StatusCode.ERROR, thrown.toString()).setAttribute("error.type", type);
        if (seen.failures.isFirst(thrown)) {
            span.recordException(thrown);
            seen.failures.log(name, thrown);
        }
        return seen.error;
    }
}
