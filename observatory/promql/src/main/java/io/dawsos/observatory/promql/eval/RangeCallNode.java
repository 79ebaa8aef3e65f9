package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.function.FunctionContext;
import io.dawsos.observatory.promql.function.RangeFunction;
import io.dawsos.observatory.promql.function.Window;
import io.dawsos.observatory.promql.sliding.SlidingFunction;
import org.jspecify.annotations.Nullable;

/** A function over a range vector: slides a window over each series. */
final class RangeCallNode extends VectorNode {
    /** So many samples are gone through before it is asked whether the query may go on. */
    private static final long SAMPLES_BETWEEN_CHECKS = 100_000;

    private final Expr.Call call;
    private final RangeFunction function;
    private final @Nullable SlidingFunction sliding;
    private final RangeNode range;
    private final Arguments arguments;
    private final boolean keepsName;

    /** @param arguments the scalar ones, in their order */
    RangeCallNode(Expr.Call call, RangeFunction function, RangeNode range, Arguments arguments, boolean keepsName) {
        super(call, arguments.after(range));
        this.call = call;
        this.function = function;
        this.sliding = SlidingFunction.of(call.function().name());
        this.range = range;
        this.arguments = arguments;
        this.keepsName = keepsName;
    }

    @Override
    String title() {
        return call.function().name();
    }

    @Override
    Rows open(Evaluation evaluation) {
        double[][] values = arguments.values(evaluation);
        return Distinct.rows(new CallRows(evaluation, range.source(evaluation), values), evaluation);
    }

    private final class CallRows implements Rows {
        private final Evaluation evaluation;
        private final RangeNode.Source source;
        private final double[][] values;

        CallRows(Evaluation evaluation, RangeNode.Source source, double[][] values) {
            this.evaluation = evaluation;
            this.source = source;
            this.values = values;
        }

        @Override
        public int size() {
            return source.size();
        }

        @Override
        public RowKey key(int row) {
            return keepsName ? source.key(row) : evaluation.dropName(source.key(row));
        }

        @Override
        public Column column(int row, Worker worker) {
            source.load(row, worker, worker.samples);
            Column column = new Column(range.windows().times().count());
            if (worker.samples.size() > 0) {
                slide(worker, context(row), column);
            }
            return column;
        }

        private FunctionContext context(int row) {
            return new FunctionContext(
                    call,
                    evaluation.query(),
                    source.key(row).labels(),
                    range.windows().mode(),
                    evaluation.features(),
                    evaluation.annotations());
        }

        private void slide(Worker worker, FunctionContext context, Column column) {
            Samples samples = worker.samples;
            long overlap = worker.windows(range.windows());
            // A window here and there is sooner gone through sample by sample.
            if (sliding != null && !samples.hasHistograms() && overlap > 2L * samples.size()) {
                sliding.apply(samples.values(), samples.timestamps(), worker.from, worker.to, column);
            }
            each(worker, context, column);
        }

        /** Works out the windows that have no result yet. */
        private void each(Worker worker, FunctionContext context, Column column) {
            Window window = worker.window;
            Windows windows = range.windows();
            Moved times = windows.times();
            double[] ofStep = new double[values.length];
            long seen = 0;
            for (int step = 0; step < times.count(); step++) {
                if (worker.from[step] < worker.to[step] && !column.has(step)) {
                    seen += worker.to[step] - worker.from[step];
                    if (seen > SAMPLES_BETWEEN_CHECKS) {
                        worker.limits().check();
                        seen = 0;
                    }
                    Arguments.at(step, values, ofStep);
                    long end = times.at(step);
                    window.move(
                            worker.samples,
                            worker.from[step],
                            worker.to[step],
                            end - windows.range(),
                            end,
                            times.steps().at(step));
                    function.apply(window, ofStep, context, column, step);
                }
            }
        }

        @Override
        public boolean distinctUnnamed() {
            return source.distinctUnnamed();
        }

        @Override
        public void release() {
            source.release();
        }
    }
}
