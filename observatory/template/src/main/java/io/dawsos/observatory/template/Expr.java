package io.dawsos.observatory.template;

import java.util.List;

/** A word of a command. */
sealed interface Expr {
    Place at();

    /** The value at hand. */
    record Dot(Place at) implements Expr {}

    record Nil(Place at) implements Expr {}

    /** A Boolean, Long, Double or String. */
    record Literal(Object value, Place at) implements Expr {}

    /** {@code .a.b}: fields of dot. */
    record Field(List<String> names, Place at) implements Expr {}

    /** {@code $x.a.b}: a variable and fields of it. */
    record Variable(String name, List<String> names, Place at) implements Expr {}

    /** {@code (…).a.b}: fields of a value. */
    record Chain(Expr value, List<String> names, Place at) implements Expr {}

    record Function(String name, TemplateFunction function, Place at) implements Expr {}

    /** Parentheses. */
    record Nested(Pipeline pipeline, Place at) implements Expr {}
}
