package io.dawsos.observatory.template.format;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Go calls the types of values. */
public final class GoType {
    private GoType() {}

    public static String name(@Nullable Object value) {
        return switch (value) {
            case null -> "<nil>";
            case Boolean _ -> "bool";
            case Long _ -> "int";
            case Double _ -> "float64";
            case String _ -> "string";
            case GoTyped typed -> typed.typeName();
            case List<?> list -> "[]" + common(list);
            case Map<?, ?> map -> "map[string]" + common(map.values());
            default -> value.getClass().getSimpleName();
        };
    }

    private static String common(Collection<?> values) {
        List<String> names =
                values.stream().limit(1000).map(GoType::simpleName).distinct().toList();
        return names.isEmpty() ? "string" : names.size() == 1 ? names.getFirst() : "interface {}";
    }

    private static String simpleName(@Nullable Object value) {
        return switch (value) {
            case Boolean _, Long _, Double _, String _, GoTyped _ -> name(value);
            case null, default -> "interface {}";
        };
    }
}
