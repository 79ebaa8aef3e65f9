package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.VectorMatching;
import io.dawsos.observatory.promql.ast.VectorMatching.Cardinality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between an operator and its right side. */
record Modifiers(
        boolean bool,
        boolean on,
        List<String> labels,
        Cardinality cardinality,
        List<String> include,
        @Nullable Double fillLeft,
        @Nullable Double fillRight) {

    boolean grouped() {
        return cardinality == Cardinality.MANY_TO_ONE || cardinality == Cardinality.ONE_TO_MANY;
    }

    boolean fills() {
        return fillLeft != null || fillRight != null;
    }

    /** Whether anything but {@code bool} and an empty list was written. */
    boolean matches() {
        return !labels.isEmpty() || grouped() || fills();
    }

    VectorMatching matching(BinaryOp op) {
        return new VectorMatching(
                op.isSet() ? Cardinality.MANY_TO_MANY : cardinality, on, labels, include, fillLeft, fillRight);
    }
}
