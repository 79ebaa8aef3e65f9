package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.function.Window;

/** What one thread of a query works with: buffers that are used again from row to row. */
final class Worker {
    final Samples samples = new Samples(1024);
    final Window window = new Window();
    final Stopwatch watch;
    private final Limits limits;

    Worker(Limits limits, boolean explain) {
        this.limits = limits;
        this.watch = new Stopwatch(explain);
    }

    Limits limits() {
        return limits;
    }
}
