package io.dawsos.portfolio.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How an owner is told. */
public enum Method {
    WEBHOOK,
    EMAIL,
    IN_APP;

    /** In JSON, in the database, and the value of the label {@code delivery_method}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such method */
    public static Method named(String text) {
        return Arrays.stream(values())
                .filter(method -> method.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("method: wanted one of " + names()));
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Method::text).toList();
    }
}
