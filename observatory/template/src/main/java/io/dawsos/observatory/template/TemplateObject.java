package io.dawsos.observatory.template;

import io.dawsos.observatory.template.format.GoTyped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value with fields and methods, as Go's structs have. It is printed as its {@code toString()}, unless it is a list or
 * a map besides.
 */
public interface TemplateObject extends GoTyped {
    /**
     * A field, or a method's value without arguments.
     *
     * @throws TemplateException when there is none of this name
     */
    @Nullable
    Object field(String name);

    /**
     * A method's value.
     *
     * @throws TemplateException when there is no such method or the arguments are wrong
     */
    default @Nullable Object call(String method, List<@Nullable Object> arguments) {
        if (arguments.isEmpty()) {
            return field(method);
        }
        throw new TemplateException(typeName() + " has no method " + method + " that takes arguments");
    }

    /** The names that are methods and no keys, for an object that is a map besides. */
    default List<String> methods() {
        return List.of();
    }

    @Override
    default String typeName() {
        return getClass().getSimpleName();
    }
}
