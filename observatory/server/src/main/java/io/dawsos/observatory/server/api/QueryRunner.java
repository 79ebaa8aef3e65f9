package io.dawsos.observatory.server.api;

import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import io.dawsos.observatory.server.http.Parameters;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Evaluates queries of the API: within a number at once, the time that a request allows, and as long as somebody waits. */
public final class QueryRunner implements AutoCloseable {
    private final Engine engine;
    private final SeriesSource source;
    private final QuerySettings settings;
    private final QueryGate gate;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("query-timeouts").factory());

    public QueryRunner(Engine engine, SeriesSource source, QuerySettings settings) {
        this.engine = engine;
        this.source = source;
        this.settings = settings;
        this.gate = new QueryGate(settings.concurrency(), settings.timeout());
        timer.setRemoveOnCancelPolicy(true);
    }

    SeriesSource source() {
        return source;
    }

    /** How many queries are evaluated at this moment. */
    public int inside() {
        return gate.inside();
    }

    QueryGate gate() {
        return gate;
    }

    /** Evaluates the parameters' {@code query}, minding their {@code timeout} and {@code lookback_delta}. */
    QueryResult run(Parameters parameters, Steps steps, Cancellation cancellation) {
        String query = parameters.get("query");
        Duration timeout = parameters.has("timeout") ? positive(parameters, "timeout") : settings.timeout();
        if (!parameters.has("lookback_delta")) {
            return run(engine, query, steps, timeout, cancellation);
        }
        try (Engine other = settings.engine()
                .lookback(positive(parameters, "lookback_delta"))
                .parallelism(1)
                .build()) {
            return run(other, query, steps, timeout, cancellation);
        }
    }

    private static Duration positive(Parameters parameters, String name) {
        Duration duration = ApiTime.duration(parameters, name);
        if (duration.toMillis() < 1) {
            throw Failure.parameter(name, "wanted a millisecond or more, got \"" + parameters.get(name) + "\"");
        }
        return duration;
    }

    private QueryResult run(Engine with, String query, Steps steps, Duration timeout, Cancellation cancellation) {
        AtomicBoolean late = new AtomicBoolean();
        @Nullable
        ScheduledFuture<?> alarm = timeout.compareTo(settings.timeout()) >= 0
                ? null
                : timer.schedule(
                        () -> {
                            late.set(true);
                            cancellation.cancel();
                        },
                        timeout.toMillis(),
                        TimeUnit.MILLISECONDS);
        try (QueryGate.Pass _ = gate.enter()) {
            return with.query(source, query, steps, cancellation);
        } catch (PromQlException e) {
            throw late.get()
                    ? new Failure(
                            FailureType.TIMEOUT, "query timed out: the request allows " + timeout.toMillis() + " ms")
                    : failure(e);
        } finally {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }

    /** What the API says of a query that failed. */
    static Failure failure(PromQlException e) {
        return switch (e.reason()) {
            case SYNTAX -> Failure.parameter("query", e.getMessage());
            case EXECUTION, LIMIT -> new Failure(FailureType.EXECUTION, e.getMessage());
            case TIMEOUT -> new Failure(FailureType.TIMEOUT, e.getMessage());
            case CANCELED -> new Failure(FailureType.CANCELED, e.getMessage());
        };
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
