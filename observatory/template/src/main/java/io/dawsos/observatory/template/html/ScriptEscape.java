package io.dawsos.observatory.template.html;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Escapes for scripts. */
final class ScriptEscape {
    private static final String REGEXP_SIGNS = "$()*-.?[]^{|}";

    private ScriptEscape() {}

    /** A value as JSON, with spaces around what would join with its neighbours. */
    static String value(@Nullable Object value) {
        StringBuilder json = new StringBuilder();
        json(value, json);
        boolean joins = Character.isJavaIdentifierPart(json.charAt(0))
                || Character.isJavaIdentifierPart(json.charAt(json.length() - 1));
        return joins ? " " + json + " " : json.toString();
    }

    private static void json(@Nullable Object value, StringBuilder json) {
        switch (value) {
            case null -> json.append("null");
            case Boolean flag -> json.append(flag);
            case Long number -> json.append(number);
            case Double number ->
                json.append(Double.isNaN(number) || Double.isInfinite(number) ? "null" : number.toString());
            case List<?> list -> {
                String separator = "[";
                for (Object element : list) {
                    json.append(separator);
                    json(element, json);
                    separator = ",";
                }
                json.append(list.isEmpty() ? "[]" : "]");
            }
            case Map<?, ?> map -> {
                String separator = "{";
                for (Map.Entry<?, ?> entry : new TreeMap<Object, @Nullable Object>(map).entrySet()) {
                    json.append(separator)
                            .append('"')
                            .append(jsonString(String.valueOf(entry.getKey())))
                            .append("\":");
                    json(entry.getValue(), json);
                    separator = ",";
                }
                json.append(map.isEmpty() ? "{}" : "}");
            }
            default -> json.append('"').append(jsonString(value.toString())).append('"');
        }
    }

    private static String jsonString(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> escaped.append('\\').append(c);
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '<', '>', '&', '\u2028', '\u2029' -> escaped.append(String.format("\\u%04x", (int) c));
                default -> escaped.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return escaped.toString();
    }

    /** What stands between a string's quotes. */
    static String string(String text) {
        return escaped(text, "");
    }

    /** What stands between a regular expression's slashes, and matches the text. */
    static String regexp(String text) {
        return text.isEmpty() ? "(?:)" : escaped(text, REGEXP_SIGNS);
    }

    private static String escaped(String text, String signs) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\f' -> escaped.append("\\f");
                case '\r' -> escaped.append("\\r");
                case '/' -> escaped.append("\\/");
                case '\\' -> escaped.append("\\\\");
                case '"', '`', '&', '\'', '+', '<', '>', '\u2028', '\u2029' ->
                    escaped.append(String.format("\\u%04x", (int) c));
                default -> {
                    if (c < ' ') {
                        escaped.append(String.format("\\u%04x", (int) c));
                    } else {
                        escaped.append(signs.indexOf(c) >= 0 ? "\\" : "").append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
