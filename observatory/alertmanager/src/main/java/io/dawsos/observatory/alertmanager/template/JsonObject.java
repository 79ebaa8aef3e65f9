package io.dawsos.observatory.alertmanager.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of JSON whose fields stay in order, as Go's structs do. */
public final class JsonObject {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    public JsonObject put(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    /** Adds what is not empty: no empty text, list or map, no zero, false or null. */
    public JsonObject putNonEmpty(String name, @Nullable Object value) {
        boolean empty =
                switch (value) {
                    case null -> true;
                    case String text -> text.isEmpty();
                    case Boolean flag -> !flag;
                    case Long number -> number == 0;
                    case List<?> list -> list.isEmpty();
                    case Map<?, ?> map -> map.isEmpty();
                    default -> false;
                };
        if (!empty) {
            fields.put(name, value);
        }
        return this;
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }

    /** The JSON's text. */
    @Override
    public String toString() {
        return GoJson.text(this);
    }
}
