package io.dawsos.observatory.rules.template;

import io.dawsos.observatory.template.format.GoFloat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as Go reads and prints them. */
final class GoNumber {
    /** Java would also take blanks around, and a suffix for the type. */
    private static final Pattern FINITE = Pattern.compile(
            "[+-]?((\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|0[xX][0-9a-fA-F]+(\\.[0-9a-fA-F]*)?[pP][+-]?\\d+)");

    private static final int DIGITS = 4;

    private GoNumber() {}

    /** @throws NumberFormatException when it is none */
    static double parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> finite(text);
        };
    }

    private static double finite(String text) {
        if (!FINITE.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text);
    }

    /** With four digits that count, the last ones left out when they are 0: {@code %.4g}. */
    static String fourDigits(double value) {
        return GoFloat.text(value, 'g', DIGITS);
    }
}
