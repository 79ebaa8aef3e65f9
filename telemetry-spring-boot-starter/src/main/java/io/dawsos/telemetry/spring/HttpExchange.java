package io.dawsos.telemetry.spring;

import com.google.errorprone.annotations.MustBeClosed;
import io.dawsos.telemetry.RequestCtx;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One request from its arrival to the end of its answer, over all its dispatches. It is touched by the thread that
 * serves the request, which may change between dispatches, and by whatever thread carries its context.
 */
final class HttpExchange {

    /** Where the servlet request keeps its exchange. */
    static final String ATTRIBUTE = HttpExchange.class.getName();

    private static final ContextKey<HttpExchange> KEY = ContextKey.named("dawsos.http.exchange");

    private final Span span;
    private final String method;
    private final HttpServletResponse response;
    private final long startNanos;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Context context;
    private volatile Route route = Route.OTHER;
    private volatile @Nullable Boolean cacheHit;
    private volatile @Nullable Throwable failure;
    private @Nullable Scope scope;

    /** @param context the request's context, its span and {@link RequestCtx} in it */
    HttpExchange(Context context, String method, HttpServletResponse response, long startNanos) {
        this.span = Span.fromContext(context);
        this.method = method;
        this.response = response;
        this.startNanos = startNanos;
        this.context = context.with(KEY, this);
    }

    static @Nullable HttpExchange from(Context context) {
        return context.get(KEY);
    }

    Span span() {
        return span;
    }

    String method() {
        return method;
    }

    @MustBeClosed
    Scope makeCurrent() {
        return context.makeCurrent();
    }

    /**
     * Makes this exchange current until {@link #leave()}, which on the same thread may come later than the filter that
     * enters: the container logs an exception that escapes after its filters have returned, and that line is the one
     * that most needs the trace id.
     */
    @SuppressWarnings("MustBeClosedChecker") // closed by leave(), from the container's end of the request
    void enter() {
        leave();
        scope = context.makeCurrent();
    }

    void leave() {
        Scope open = scope;
        scope = null;
        if (open != null) {
            open.close();
        }
    }

    void user(String userId) {
        context = RequestCtx.from(context).withUserId(userId).in(context);
    }

    @Nullable
    String userId() {
        return RequestCtx.from(context).userId();
    }

    void route(Route found) {
        route = found;
    }

    Route route() {
        return route;
    }

    void cacheHit(boolean hit) {
        cacheHit = hit && !Boolean.FALSE.equals(cacheHit);
    }

    String cacheHitLabel() {
        Boolean known = cacheHit;
        return known == null ? "none" : known.toString();
    }

    /** An exception that came out of a dispatch. The first counts: what the error page then does is another matter. */
    void failed(Throwable thrown) {
        if (failure == null) {
            failure = thrown instanceof ServletException wrapper && wrapper.getCause() != null
                    ? wrapper.getCause()
                    : thrown;
        }
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /**
     * The answer's status. An exception that broke off an answer already on its way makes it a 500, unless it was the
     * caller who went away.
     */
    int status() {
        int sent = response.getStatus();
        Throwable thrown = failure;
        return thrown != null && !(thrown instanceof IOException) && sent < 500 ? 500 : sent;
    }

    double seconds() {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    /** True for the first caller only: a request is counted once, however it ends. */
    boolean end() {
        return ended.compareAndSet(false, true);
    }
}
