package io.dawsos.portfolio.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a value of a type is written, for people. */
final class Wanted {

    private Wanted() {}

    static String of(@Nullable Class<?> type) {
        if (type == LocalDate.class) {
            return "a date such as 2026-11-24";
        }
        if (type == BigDecimal.class || type == int.class || type == Integer.class) {
            return "a number";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        return type == String.class ? "a text in quotes" : "another value";
    }
}
