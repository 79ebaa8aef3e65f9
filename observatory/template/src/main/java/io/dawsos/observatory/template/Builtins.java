package io.dawsos.observatory.template;

import io.dawsos.observatory.template.format.GoFormat;
import io.dawsos.observatory.template.html.SafeText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that every template knows. */
final class Builtins {
    private Builtins() {}

    /** {@code and} and {@code or}, whose arguments are evaluated no further than to the one that decides. */
    record Choice(boolean endsAt) implements TemplateFunction {
        @Override
        public @Nullable Object call(List<@Nullable Object> arguments) {
            for (Object argument : arguments) {
                if (Values.truth(argument) == endsAt) {
                    return argument;
                }
            }
            return arguments.getLast();
        }
    }

    static Map<String, TemplateFunction> functions(Limits limits) {
        Map<String, TemplateFunction> functions = new HashMap<>();
        functions.put("and", new Choice(false));
        functions.put("or", new Choice(true));
        functions.put("not", arguments -> !Values.truth(Arguments.only(arguments)));
        functions.put("len", arguments -> Elements.length(Arguments.only(arguments)));
        functions.put("index", Elements::index);
        functions.put("slice", Elements::slice);
        functions.put("call", Builtins::call);
        printing(functions, new GoFormat(limits.output(), () -> PlainOutput.tooLong(limits.output())));
        comparing(functions);
        return functions;
    }

    private static void printing(Map<String, TemplateFunction> functions, GoFormat format) {
        functions.put("print", format::print);
        functions.put("println", format::println);
        functions.put(
                "printf",
                arguments -> format.format(
                        Arguments.string(arguments, 0, "a format"), arguments.subList(1, arguments.size())));
        functions.put("html", arguments -> SafeText.html(Escapes.html(printed(arguments, format))));
        functions.put("js", arguments -> Escapes.javascript(printed(arguments, format)));
        functions.put("urlquery", arguments -> Escapes.query(printed(arguments, format)));
    }

    private static String printed(List<@Nullable Object> arguments, GoFormat format) {
        return arguments.size() == 1 && arguments.getFirst() instanceof CharSequence text
                ? text.toString()
                : format.print(arguments);
    }

    private static void comparing(Map<String, TemplateFunction> functions) {
        functions.put("eq", Comparison::equalToAny);
        functions.put("ne", arguments -> !Comparison.equal(first(arguments), second(arguments)));
        functions.put("lt", arguments -> Comparison.order(first(arguments), second(arguments)) < 0);
        functions.put("le", arguments -> Comparison.order(first(arguments), second(arguments)) <= 0);
        functions.put("gt", arguments -> Comparison.order(first(arguments), second(arguments)) > 0);
        functions.put("ge", arguments -> Comparison.order(first(arguments), second(arguments)) >= 0);
    }

    private static @Nullable Object first(List<@Nullable Object> arguments) {
        return Arguments.of(arguments, 2).getFirst();
    }

    private static @Nullable Object second(List<@Nullable Object> arguments) {
        return arguments.getLast();
    }

    private static @Nullable Object call(List<@Nullable Object> arguments) {
        if (!arguments.isEmpty() && arguments.getFirst() instanceof TemplateFunction function) {
            return function.call(arguments.subList(1, arguments.size()));
        }
        throw new TemplateException("wants a function as its first argument, got "
                + (arguments.isEmpty() ? "nothing" : Shown.kind(arguments.getFirst())));
    }
}
