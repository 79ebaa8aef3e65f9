package io.dawsos.observatory.promql.ast;

import java.util.List;

/**
 * What a function takes and gives.
 *
 * @param name as queries write it
 * @param arguments their types, optional ones included
 * @param variadic how many of the last arguments may be left out; -1: the last may be left out or repeated without end
 * @param result the type of its value
 * @param experimental whether it wants the feature flag for experimental functions
 */
public record FunctionSignature(
        String name, List<ValueType> arguments, int variadic, ValueType result, boolean experimental) {
    public FunctionSignature {
        arguments = List.copyOf(arguments);
    }

    /** How many arguments there must be at least. */
    public int required() {
        return variadic < 0 ? arguments.size() - 1 : arguments.size() - variadic;
    }
}
