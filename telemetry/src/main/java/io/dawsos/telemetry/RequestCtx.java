package io.dawsos.telemetry;

import com.google.errorprone.annotations.MustBeClosed;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one request is about, carried with the OpenTelemetry {@link Context}: whatever carries the context across
 * threads, executors and scheduled jobs carries this too. Immutable; a null part is one that is not known (yet).
 *
 * @param traceId 32 lower-case hex digits
 * @param requestId the caller's {@code X-Request-Id}, or one made here
 * @param asofDate the date that is valued, in the portfolio's calendar
 * @param baseCurrency ISO 4217 code
 * @param ledgerCommitHash identifies the ledger of record that the answer was reconciled with
 */
public record RequestCtx(
        @Nullable String traceId,
        @Nullable String requestId,
        @Nullable String userId,
        @Nullable String portfolioId,
        @Nullable String pricingPackId,
        @Nullable String ledgerCommitHash,
        @Nullable LocalDate asofDate,
        @Nullable String baseCurrency) {

    /** Knows nothing. What {@link #current()} answers outside of a request. */
    public static final RequestCtx EMPTY = new RequestCtx(null, null, null, null, null, null, null, null);

    private static final ContextKey<RequestCtx> KEY = ContextKey.named("dawsos.request");

    /** The current request's, or {@link #EMPTY}; its trace id is the current span's where it has none of its own. */
    public static RequestCtx current() {
        return from(Context.current());
    }

    public static RequestCtx from(Context context) {
        RequestCtx ctx = context.get(KEY);
        if (ctx == null) {
            ctx = EMPTY;
        }
        if (ctx.traceId != null) {
            return ctx;
        }
        SpanContext span = Span.fromContext(context).getSpanContext();
        return span.isValid() ? ctx.withTraceId(span.getTraceId()) : ctx;
    }

    /** The given context with this request in it. */
    public Context in(Context context) {
        return context.with(KEY, this);
    }

    /** Makes this the current request until the scope is closed, on the same thread. */
    @MustBeClosed
    public Scope makeCurrent() {
        return in(Context.current()).makeCurrent();
    }

    public RequestCtx withTraceId(String id) {
        return new RequestCtx(
                id, requestId, userId, portfolioId, pricingPackId, ledgerCommitHash, asofDate, baseCurrency);
    }

    public RequestCtx withRequestId(String id) {
        return new RequestCtx(
                traceId, id, userId, portfolioId, pricingPackId, ledgerCommitHash, asofDate, baseCurrency);
    }

    public RequestCtx withUserId(@Nullable String id) {
        return new RequestCtx(
                traceId, requestId, id, portfolioId, pricingPackId, ledgerCommitHash, asofDate, baseCurrency);
    }

    public RequestCtx withPortfolioId(String id) {
        return new RequestCtx(traceId, requestId, userId, id, pricingPackId, ledgerCommitHash, asofDate, baseCurrency);
    }

    public RequestCtx withPricingPack(String id, @Nullable String ledgerHash) {
        return new RequestCtx(traceId, requestId, userId, portfolioId, id, ledgerHash, asofDate, baseCurrency);
    }

    public RequestCtx withValuation(LocalDate asof, String currency) {
        return new RequestCtx(traceId, requestId, userId, portfolioId, pricingPackId, ledgerCommitHash, asof, currency);
    }
}
