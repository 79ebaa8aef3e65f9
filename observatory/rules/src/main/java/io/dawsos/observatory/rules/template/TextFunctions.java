package io.dawsos.observatory.rules.template;

import io.dawsos.observatory.template.AnyMap;
import io.dawsos.observatory.template.TemplateFunction;
import io.dawsos.observatory.template.html.SafeText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions that make something of a text. */
final class TextFunctions {
    private TextFunctions() {}

    static Map<String, TemplateFunction> all() {
        Map<String, TemplateFunction> functions = new HashMap<>();
        add(functions, "title", WordTitles::of);
        add(functions, "toUpper", text -> text.toUpperCase(Locale.ROOT));
        add(functions, "toLower", text -> text.toLowerCase(Locale.ROOT));
        add(functions, "stripPort", HostPort::withoutPort);
        add(functions, "stripDomain", HostPort::withoutDomain);
        add(functions, "urlQueryEscape", TextFunctions::queryEscaped);
        add(functions, "graphLink", ExpressionLink::graph);
        add(functions, "tableLink", ExpressionLink::table);
        functions.put("safeHtml", values -> SafeText.html(new Arguments("safeHtml", values, 1).text(0)));
        functions.put("match", values -> {
            Arguments arguments = new Arguments("match", values, 2);
            return GoReplacement.matches(arguments.text(0), arguments.text(1));
        });
        functions.put("reReplaceAll", values -> {
            Arguments arguments = new Arguments("reReplaceAll", values, 3);
            return GoReplacement.replaceAll(arguments.text(0), arguments.text(1), arguments.text(2));
        });
        functions.put("args", TextFunctions::numbered);
        return functions;
    }

    private static void add(Map<String, TemplateFunction> functions, String name, UnaryOperator<String> function) {
        functions.put(name, values -> function.apply(new Arguments(name, values, 1).text(0)));
    }

    private static AnyMap numbered(List<@Nullable Object> values) {
        Map<String, @Nullable Object> numbered = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            numbered.put("arg" + i, values.get(i));
        }
        return new AnyMap(numbered);
    }

    static String queryEscaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
