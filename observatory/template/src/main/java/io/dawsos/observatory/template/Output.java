package io.dawsos.observatory.template;

import org.jspecify.annotations.Nullable;

/** Where an execution writes to. */
interface Output {
    /** Text of the template itself. */
    void text(String text);

    /** A value, of which the template says nothing about how it is escaped. */
    void value(@Nullable Object value);

    /** What was written, once everything is. */
    String finished();
}
