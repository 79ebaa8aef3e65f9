package io.dawsos.observatory.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a function's arguments and says what was wanted when they are others. */
public final class Arguments {
    private Arguments() {}

    /** The arguments, which are as many as wanted. */
    public static List<@Nullable Object> of(List<@Nullable Object> arguments, int wanted) {
        if (arguments.size() != wanted) {
            throw new TemplateException("wrong number of arguments: want " + wanted + ", got " + arguments.size());
        }
        return arguments;
    }

    /** The single argument. */
    public static @Nullable Object only(List<@Nullable Object> arguments) {
        return of(arguments, 1).getFirst();
    }

    /**
     * A string among the arguments.
     *
     * @param what it is, for the message
     */
    public static String string(List<@Nullable Object> arguments, int index, String what) {
        if (at(arguments, index, what) instanceof CharSequence text) {
            return text.toString();
        }
        throw wrong(arguments, index, what + ", a string");
    }

    /** A whole number among the arguments. */
    public static long integer(List<@Nullable Object> arguments, int index, String what) {
        if (at(arguments, index, what) instanceof Long number) {
            return number;
        }
        throw wrong(arguments, index, what + ", an int");
    }

    private static @Nullable Object at(List<@Nullable Object> arguments, int index, String what) {
        if (index >= arguments.size()) {
            throw new TemplateException("wants " + what + " as argument " + (index + 1) + ", got " + arguments.size()
                    + (arguments.size() == 1 ? " argument" : " arguments"));
        }
        return arguments.get(index);
    }

    /** What to throw for an argument of a wrong kind. */
    public static TemplateException wrong(List<@Nullable Object> arguments, int index, String wanted) {
        return new TemplateException(
                "wants " + wanted + " as argument " + (index + 1) + ", got " + Shown.kind(arguments.get(index)));
    }
}
