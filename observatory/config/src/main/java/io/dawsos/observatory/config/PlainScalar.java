package io.dawsos.observatory.config;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** What a scalar without quotes stands for, as Go's YAML reader takes it where a kind is asked for. */
final class PlainScalar {
    private static final Set<String> TRUE =
            Set.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y");
    private static final Set<String> FALSE =
            Set.of("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d[\\d_]*)?(\\.\\d*)?([eE][-+]?\\d+)?");
    private static final int LONGEST_NUMBER = 64;

    private PlainScalar() {}

    static boolean isNull(String text) {
        return NULL.contains(text);
    }

    static boolean isTrue(String text) {
        return TRUE.contains(text);
    }

    static boolean isFalse(String text) {
        return FALSE.contains(text);
    }

    static OptionalLong integer(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.decode(decodable(text)));
        } catch (NumberFormatException e) {
            return whole(number(text));
        }
    }

    /** For {@link Long#decode}, which reads no underscore, and takes a zero in front as octal only. */
    private static String decodable(String text) {
        String digits = text.replace("_", "");
        return digits.startsWith("0o") ? "0" + digits.substring(2) : digits;
    }

    private static OptionalLong whole(OptionalDouble number) {
        double value = number.orElse(Double.NaN);
        return value == Math.rint(value) && Math.abs(value) < 0x1p63
                ? OptionalLong.of((long) value)
                : OptionalLong.empty();
    }

    static OptionalDouble number(String text) {
        return switch (text) {
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-.inf", "-.Inf", "-.INF" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            case ".nan", ".NaN", ".NAN" -> OptionalDouble.of(Double.NaN);
            default -> decimal(text);
        };
    }

    private static OptionalDouble decimal(String text) {
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(text.replace("_", "")));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
