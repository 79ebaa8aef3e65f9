package io.dawsos.observatory.template;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares values as the language does: only those of one basic type, ints and floats being two. */
final class Comparison {
    private Comparison() {}

    /** Whether the first argument equals any other. */
    static boolean equalToAny(List<@Nullable Object> arguments) {
        if (arguments.size() < 2) {
            throw new TemplateException("wants at least two values to compare, got " + arguments.size());
        }
        for (Object other : arguments.subList(1, arguments.size())) {
            if (equal(arguments.getFirst(), other)) {
                return true;
            }
        }
        return false;
    }

    static boolean equal(@Nullable Object first, @Nullable Object second) {
        comparable(first);
        comparable(second);
        if (first == null || second == null) {
            return first == null && second == null;
        }
        if (!sameType(first, second)) {
            throw incompatible(first, second);
        }
        if (first instanceof Double number && second instanceof Double other) {
            return number.doubleValue() == other.doubleValue();
        }
        return first instanceof CharSequence ? first.toString().equals(second.toString()) : first.equals(second);
    }

    /** Negative, zero or positive as the first is less, equal or more; a NaN is never less or equal. */
    static double order(@Nullable Object first, @Nullable Object second) {
        if (first instanceof Long number && second instanceof Long other) {
            return number.compareTo(other);
        }
        if (first instanceof Double number && second instanceof Double other) {
            return number.equals(other) || number.doubleValue() == other.doubleValue()
                    ? (number.isNaN() ? Double.NaN : 0)
                    : number < other ? -1 : number > other ? 1 : Double.NaN;
        }
        if (first instanceof CharSequence text && second instanceof CharSequence other) {
            return compareCodePoints(text.toString(), other.toString());
        }
        boolean ordered = first instanceof Long || first instanceof Double || first instanceof CharSequence;
        if (!ordered) {
            throw new TemplateException("wants numbers or strings to order, got " + Shown.kind(first));
        }
        throw incompatible(first, second);
    }

    /** In the order of their UTF-8. */
    private static int compareCodePoints(String text, String other) {
        int[] first = text.codePoints().toArray();
        int[] second = other.codePoints().toArray();
        return Arrays.compare(first, second);
    }

    private static void comparable(@Nullable Object value) {
        if (value instanceof List || value instanceof Map) {
            throw new TemplateException("wants bools, numbers or strings to compare, got " + Shown.kind(value)
                    + "; compare its len or an element");
        }
    }

    private static boolean sameType(Object first, Object second) {
        return first.getClass() == second.getClass()
                || (first instanceof CharSequence && second instanceof CharSequence);
    }

    private static TemplateException incompatible(@Nullable Object first, @Nullable Object second) {
        return new TemplateException(
                "incompatible types for comparison: " + Shown.kind(first) + " and " + Shown.kind(second));
    }
}
