package io.dawsos.observatory.promql.eval;

import java.util.ArrayList;
import java.util.List;

/** The scalar arguments of a call, in their order: evaluated once, then looked at step by step. */
final class Arguments {
    private final List<ScalarNode> nodes;

    Arguments(List<ScalarNode> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /** The call's children: its vector, then these. */
    List<Node> after(Node vector) {
        List<Node> children = new ArrayList<>();
        children.add(vector);
        children.addAll(nodes);
        return children;
    }

    /** Each over all steps. */
    double[][] values(Evaluation evaluation) {
        double[][] values = new double[nodes.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = nodes.get(i).values(evaluation);
        }
        return values;
    }

    /** Puts those of one step into an array of their number. */
    static void at(int step, double[][] values, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = values[i][step];
        }
    }
}
