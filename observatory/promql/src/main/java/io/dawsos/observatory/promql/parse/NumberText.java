package io.dawsos.observatory.promql.parse;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as queries write them: decimal with fraction and exponent, hexadecimal, octal, with underscores between digits. */
public final class NumberText {
    private static final Pattern DECIMAL =
            Pattern.compile("(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");
    private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]++");
    private static final Pattern OCTAL = Pattern.compile("0[0-7]++");
    private static final double EXACT = 1e15;

    private NumberText() {}

    /** The number that a text without sign is; empty when it is none, or too large. */
    public static OptionalDouble parse(String text) {
        if (text.equalsIgnoreCase("inf")) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        if (text.equalsIgnoreCase("nan")) {
            return OptionalDouble.of(Double.NaN);
        }
        if (!underscoresSeparateDigits(text)) {
            return OptionalDouble.empty();
        }
        String digits = text.replace("_", "");
        if (HEX.matcher(digits).matches()) {
            return integer(digits.substring(2), 16);
        }
        if (OCTAL.matcher(digits).matches()) {
            return integer(digits, 8);
        }
        if (!DECIMAL.matcher(digits).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(digits);
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalDouble integer(String digits, int radix) {
        try {
            return OptionalDouble.of(Long.parseLong(digits, radix));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static boolean underscoresSeparateDigits(String text) {
        for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
            boolean before = i > 0 && (hexDigit(text.charAt(i - 1)) || i == 2 && text.charAt(1) == 'x');
            if (!before || i + 1 == text.length() || !hexDigit(text.charAt(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hexDigit(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }

    /** The shortest text that reads as this number; {@code -}, {@code Inf} and {@code NaN} included. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Inf" : "-Inf";
        }
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
        }
        return Double.toString(value).replace('E', 'e');
    }
}
