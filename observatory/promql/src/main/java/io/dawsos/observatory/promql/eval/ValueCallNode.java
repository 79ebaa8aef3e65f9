package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.function.FunctionContext;
import io.dawsos.observatory.promql.function.ValueFunction;

/** A function of each value by itself: {@code abs}, {@code clamp}, {@code histogram_sum} and their like. */
final class ValueCallNode extends VectorNode {
    private final Expr.Call call;
    private final ValueFunction function;
    private final VectorNode vector;
    private final Arguments arguments;

    /** @param arguments the scalar ones, in their order */
    ValueCallNode(Expr.Call call, ValueFunction function, VectorNode vector, Arguments arguments) {
        super(call, arguments.after(vector));
        this.call = call;
        this.function = function;
        this.vector = vector;
        this.arguments = arguments;
    }

    @Override
    String title() {
        return call.function().name();
    }

    @Override
    Rows open(Evaluation evaluation) {
        double[][] values = arguments.values(evaluation);
        return Distinct.rows(new CallRows(evaluation, vector.rows(evaluation), values), evaluation);
    }

    private final class CallRows implements Rows {
        private final Evaluation evaluation;
        private final Rows rows;
        private final double[][] values;

        CallRows(Evaluation evaluation, Rows rows, double[][] values) {
            this.evaluation = evaluation;
            this.rows = rows;
            this.values = values;
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public RowKey key(int row) {
            return evaluation.dropName(rows.key(row));
        }

        @Override
        public Column column(int row, Worker worker) {
            Column inner = rows.column(row, worker);
            Column result = new Column(inner.steps());
            FunctionContext context = new FunctionContext(
                    call,
                    evaluation.query(),
                    rows.key(row).labels(),
                    RangeMode.PLAIN,
                    evaluation.features(),
                    evaluation.annotations());
            double[] ofStep = new double[values.length];
            for (int step = 0; step < inner.steps(); step++) {
                if (inner.has(step)) {
                    Arguments.at(step, values, ofStep);
                    function.apply(inner.value(step), inner.histogram(step), ofStep, context, result, step);
                }
            }
            return result;
        }

        @Override
        public boolean distinctUnnamed() {
            return rows.distinctUnnamed();
        }

        @Override
        public void release() {
            rows.release();
        }
    }
}
