package io.dawsos.observatory.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a template. Immutable. */
sealed interface Node {
    /** Text that is written as it is. */
    record Text(String text) implements Node {}

    /** A pipeline whose value is written, unless it declares or assigns. */
    record Action(Pipeline pipeline) implements Node {}

    record If(Pipeline condition, List<Node> then, List<Node> otherwise) implements Node {}

    record With(Pipeline value, List<Node> then, List<Node> otherwise) implements Node {}

    record Range(Pipeline values, List<Node> body, List<Node> otherwise) implements Node {}

    /** The call of another template with a value, or with none. */
    record Call(String name, @Nullable Pipeline value, Place at) implements Node {}

    record Break() implements Node {}

    record Continue() implements Node {}
}
