package io.dawsos.observatory.alertmanager.template;

import io.dawsos.observatory.template.TemplateException;
import io.dawsos.observatory.template.format.GoFloat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Go's encoder writes it, to the byte: maps by their keys, and no character that HTML could take for its own.
 */
public final class GoJson {
    private static final int LIMIT = 16 << 20;
    private static final int DEEPEST = 100;

    private final StringBuilder json = new StringBuilder();
    private int depth;

    private GoJson() {}

    /** What says itself what it is in JSON. */
    interface Written {
        Object json();
    }

    /** @throws TemplateException when the value is too large or too deep */
    public static String text(@Nullable Object value) {
        GoJson writer = new GoJson();
        writer.value(value);
        return writer.json.toString();
    }

    private void value(@Nullable Object value) {
        if (++depth > DEEPEST || json.length() > LIMIT) {
            throw new TemplateException("no JSON: it has more than " + DEEPEST + " levels or " + LIMIT + " characters");
        }
        switch (value) {
            case null -> json.append("null");
            case Boolean flag -> json.append(flag);
            case Number number -> number(number);
            case JsonObject object -> object(object.fields());
            case GoTime time -> string(time.json());
            case GoDuration duration -> json.append(duration.duration().toNanos());
            case Written written -> value(written.json());
            case List<?> list -> list(list);
            case Map<?, ?> map -> object(new TreeMap<Object, @Nullable Object>(map));
            default -> string(value.toString());
        }
        depth--;
    }

    private void number(Number number) {
        if (!(number instanceof Double) && !(number instanceof Float)) {
            json.append(number.longValue());
            return;
        }
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new TemplateException("no JSON: it has no number " + GoFloat.text(value, 'g', GoFloat.SHORTEST));
        }
        boolean exponent = value != 0 && (Math.abs(value) < 1e-6 || Math.abs(value) >= 1e21);
        json.append(GoFloat.text(value, exponent ? 'e' : 'f', GoFloat.SHORTEST).replaceFirst("e-0(\\d)$", "e-$1"));
    }

    private void list(List<?> list) {
        String separator = "[";
        for (Object element : list) {
            json.append(separator);
            value(element);
            separator = ",";
        }
        json.append(list.isEmpty() ? "[]" : "]");
    }

    private void object(Map<?, ?> fields) {
        String separator = "{";
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            json.append(separator);
            string(String.valueOf(field.getKey()));
            json.append(':');
            value(field.getValue());
            separator = ",";
        }
        json.append(fields.isEmpty() ? "{}" : "}");
    }

    private void string(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        json.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"', '\\' -> json.append('\\').append(c);
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            case '<', '>', '&', '\u2028', '\u2029' -> json.append(String.format("\\u%04x", (int) c));
            default -> json.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
    }
}
