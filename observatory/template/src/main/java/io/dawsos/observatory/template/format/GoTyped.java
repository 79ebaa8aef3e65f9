package io.dawsos.observatory.template.format;

/** A value that says what its type is called. */
public interface GoTyped {
    /** What {@code %T} and the texts for wrong verbs call it. */
    String typeName();

    /** Whether its {@code toString()} is printed although it is a list or a map. */
    default boolean printsItself() {
        return false;
    }
}
