package io.dawsos.observatory.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that templates can call. */
@FunctionalInterface
public interface TemplateFunction {
    /**
     * Its value for arguments, of which a pipeline's value is the last.
     *
     * @throws TemplateException when number or kinds of the arguments are wrong, or there is no value; says what was
     *     wanted
     */
    @Nullable
    Object call(List<@Nullable Object> arguments);
}
