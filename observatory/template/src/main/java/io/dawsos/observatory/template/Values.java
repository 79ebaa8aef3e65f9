package io.dawsos.observatory.template;

import io.dawsos.observatory.template.html.SafeText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What values are to the language. */
final class Values {
    private Values() {}

    /** With one type for whole numbers, one for others, and one for texts. */
    static @Nullable Object normal(@Nullable Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case Float number -> number.doubleValue();
            case Character character -> (long) character;
            case StringBuilder text -> text.toString();
            case null -> null;
            default -> value;
        };
    }

    /** Whether {@code if} takes it for true: it is neither false, zero, nil nor empty. */
    static boolean truth(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            case Long number -> number != 0;
            case Double number -> number != 0;
            case String text -> !text.isEmpty();
            case SafeText safe -> !safe.text().isEmpty();
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }
}
