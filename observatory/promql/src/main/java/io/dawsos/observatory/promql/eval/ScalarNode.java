package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;

/** A node whose value is a number a step. */
abstract non-sealed class ScalarNode extends Node {
    ScalarNode(Expr expr, List<? extends Node> children) {
        super(expr, children);
    }

    abstract double[] evaluate(Evaluation evaluation);

    final double[] values(Evaluation evaluation) {
        evaluation.limits().check();
        NodeStats before = enter(evaluation);
        try {
            return evaluate(evaluation);
        } finally {
            leave(before, evaluation);
        }
    }
}
