package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of one query's plan, which is evaluated once, over all its steps. */
abstract sealed class Node permits VectorNode, ScalarNode, RangeNode {
    private final Expr expr;
    private final List<Node> children;
    final NodeStats stats = new NodeStats();

    Node(Expr expr, List<? extends Node> children) {
        this.expr = expr;
        this.children = List.copyOf(children);
    }

    Expr expr() {
        return expr;
    }

    List<Node> children() {
        return children;
    }

    /** How the node works, for the explanation. */
    String title() {
        return getClass().getSimpleName().replace("Node", "");
    }

    /** Gives the coordinating thread's time to this node; the result goes back to {@link #leave}. */
    final @Nullable NodeStats enter(Evaluation evaluation) {
        return evaluation.team().first().watch.enter(stats);
    }

    final void leave(@Nullable NodeStats before, Evaluation evaluation) {
        evaluation.team().first().watch.enter(before);
    }
}
