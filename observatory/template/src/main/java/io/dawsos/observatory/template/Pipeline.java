package io.dawsos.observatory.template;

import java.util.List;

/**
 * Commands, each of which takes the value of the one before as its last argument.
 *
 * @param variables that take the value, with their dollar signs
 * @param assigns whether the variables exist already
 */
record Pipeline(List<String> variables, boolean assigns, List<Command> commands, Place at) {
    /** A value, or a function or method with its arguments. */
    record Command(List<Expr> words, Place at) {}
}
