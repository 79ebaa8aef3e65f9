package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.promql.Explanation;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Evaluates expressions; what stands behind the engine. Safe for use by many threads. */
public final class Evaluator implements AutoCloseable {
    private static final int QUEUE = 1024;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EvaluationSettings settings;
    private final ExecutorService pool;

    public Evaluator(EvaluationSettings settings) {
        this.settings = settings;
        this.pool = pool(Math.max(1, settings.parallelism() - 1));
    }

    private static ExecutorService pool(int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE), task -> {
                    Thread thread = new Thread(task, "promql-" + NUMBER.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** @param query the expression's text, which messages refer to */
    public QueryResult evaluate(SeriesSource source, String query, Expr expr, Steps steps, Cancellation cancellation) {
        try (Evaluation evaluation = evaluation(source, query, cancellation, false)) {
            return run(evaluation, steps).of(expr);
        }
    }

    /** Evaluates, and measures what the parts of the plan do. */
    public Explanation explain(SeriesSource source, String query, Expr expr, Steps steps, Cancellation cancellation) {
        try (Evaluation evaluation = evaluation(source, query, cancellation, true)) {
            Run run = run(evaluation, steps);
            QueryResult result = run.of(expr);
            return new Explanation(result, run.plan(expr));
        }
    }

    private Evaluation evaluation(SeriesSource source, String query, Cancellation cancellation, boolean explain) {
        Limits limits = new Limits(settings.timeout(), settings.maxSamples(), cancellation);
        List<Worker> workers = IntStream.range(0, settings.parallelism())
                .mapToObj(i -> new Worker(limits, explain))
                .toList();
        Team team = new Team(pool, workers, limits);
        return new Evaluation(source, query, settings.features(), limits, team, explain);
    }

    private Run run(Evaluation evaluation, Steps steps) {
        evaluation.limits().steps(steps.count(), "the query");
        Planner planner = new Planner(
                steps, evaluation.query(), settings.lookback(), settings.subqueryStep(), evaluation.limits());
        return new Run(planner, evaluation, steps);
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
