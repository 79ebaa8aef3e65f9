package io.dawsos.telemetry.log;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Values of a log call as they were when it was made. What cannot change is kept and turned into text later, by the
 * writing thread; the rest is turned into text at once.
 */
final class Frozen {

    private Frozen() {}

    static boolean cannotChange(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Character
                || isNumber(value)
                || value instanceof UUID
                || value.getClass().getPackageName().equals("java.time");
    }

    static boolean cannotChange(Object @Nullable [] values) {
        if (values != null) {
            for (Object value : values) {
                if (!cannotChange(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case AtomicInteger number -> number.get();
            case AtomicLong number -> number.get();
            case null, default -> cannotChange(value) ? value : text(value);
        };
    }

    /** A number or boolean that JSON can hold as itself. */
    static boolean isScalar(@Nullable Object value) {
        return value instanceof Boolean || (value != null && isNumber(value));
    }

    /** The value's text; never throws because of the value. */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        try {
            return String.valueOf(value.toString());
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            return "[toString() of " + value.getClass().getName() + " threw "
                    + e.getClass().getName() + "]";
        }
    }

    private static boolean isNumber(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Float
                || value instanceof Short
                || value instanceof Byte
                || value.getClass() == BigDecimal.class
                || value.getClass() == BigInteger.class;
    }
}
