package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.Arrays;
import java.util.List;

/** The nodes of scalars that need no vector. */
final class Scalars {
    private Scalars() {}

    /** The same number at every step. */
    static final class ConstantNode extends ScalarNode {
        private final double value;
        private final int steps;

        ConstantNode(Expr expr, double value, Steps steps) {
            super(expr, List.of());
            this.value = value;
            this.steps = steps.count();
        }

        @Override
        double[] evaluate(Evaluation evaluation) {
            double[] values = new double[steps];
            Arrays.fill(values, value);
            return values;
        }
    }

    /** {@code time()}: the steps' own times, in seconds. */
    static final class TimeNode extends ScalarNode {
        private final Steps steps;

        TimeNode(Expr expr, Steps steps) {
            super(expr, List.of());
            this.steps = steps;
        }

        @Override
        double[] evaluate(Evaluation evaluation) {
            double[] values = new double[steps.count()];
            for (int step = 0; step < values.length; step++) {
                values[step] = steps.at(step) / 1000.0;
            }
            return values;
        }
    }

    /** A negated scalar. */
    static final class NegatedNode extends ScalarNode {
        private final ScalarNode inner;

        NegatedNode(Expr expr, ScalarNode inner) {
            super(expr, List.of(inner));
            this.inner = inner;
        }

        @Override
        double[] evaluate(Evaluation evaluation) {
            double[] values = inner.values(evaluation).clone();
            for (int step = 0; step < values.length; step++) {
                values[step] = -values[step];
            }
            return values;
        }
    }

    /** An operator between two scalars. */
    static final class ScalarBinaryNode extends ScalarNode {
        private final Expr.Binary expr;
        private final ScalarNode left;
        private final ScalarNode right;

        ScalarBinaryNode(Expr.Binary expr, ScalarNode left, ScalarNode right) {
            super(expr, List.of(left, right));
            this.expr = expr;
            this.left = left;
            this.right = right;
        }

        @Override
        double[] evaluate(Evaluation evaluation) {
            double[] l = left.values(evaluation);
            double[] r = right.values(evaluation);
            double[] values = new double[l.length];
            for (int step = 0; step < values.length; step++) {
                values[step] = Arithmetic.calculate(expr.op(), l[step], r[step]);
            }
            return values;
        }
    }

    /** The lesser or the greater of two scalars. */
    static final class ExtremeNode extends ScalarNode {
        private final boolean max;
        private final ScalarNode left;
        private final ScalarNode right;

        ExtremeNode(Expr expr, boolean max, ScalarNode left, ScalarNode right) {
            super(expr, List.of(left, right));
            this.max = max;
            this.left = left;
            this.right = right;
        }

        @Override
        double[] evaluate(Evaluation evaluation) {
            double[] l = left.values(evaluation);
            double[] r = right.values(evaluation);
            double[] values = new double[l.length];
            for (int step = 0; step < values.length; step++) {
                values[step] = max ? Math.max(l[step], r[step]) : Math.min(l[step], r[step]);
            }
            return values;
        }
    }

    /** A scalar that is the same at every step, worked out once. */
    static final class InvariantScalarNode extends ScalarNode {
        private final ScalarNode inner;
        private final int steps;

        InvariantScalarNode(ScalarNode inner, Steps steps) {
            super(inner.expr(), List.of(inner));
            this.inner = inner;
            this.steps = steps.count();
        }

        @Override
        double[] evaluate(Evaluation evaluation) {
            double[] values = new double[steps];
            Arrays.fill(values, inner.values(evaluation)[0]);
            return values;
        }
    }
}
