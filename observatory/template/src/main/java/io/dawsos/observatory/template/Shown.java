package io.dawsos.observatory.template;

import io.dawsos.observatory.template.format.GoQuote;
import io.dawsos.observatory.template.html.SafeText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How messages write what they are about. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /** In quotes, cut when it is long. */
    static String quoted(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return GoQuote.quoted(text);
        }
        return GoQuote.quoted(text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…");
    }

    /** What kind of value it is, in words. */
    static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "nil";
            case Boolean flag -> "the bool " + flag;
            case Long number -> "the int " + number;
            case Double number -> "the float " + number;
            case String text -> "the string " + quoted(text);
            case SafeText safe -> "the string " + quoted(safe.text());
            case List<?> list -> "a list of " + list.size();
            case Map<?, ?> map -> "a map of " + map.size();
            case TemplateObject object -> "a " + object.typeName();
            default -> "a " + value.getClass().getSimpleName();
        };
    }

    /** {@code there are "a" and "b"}, or what is said when there is none. */
    static String known(Collection<String> names, String none) {
        if (names.isEmpty()) {
            return none;
        }
        List<String> sorted =
                names.stream().sorted().limit(20).map(GoQuote::quoted).toList();
        if (sorted.size() == 1) {
            return "there is " + sorted.getFirst();
        }
        String first = String.join(", ", sorted.subList(0, sorted.size() - 1));
        return "there are " + first + (names.size() > 20 ? ", … " : " and ") + sorted.getLast();
    }
}
