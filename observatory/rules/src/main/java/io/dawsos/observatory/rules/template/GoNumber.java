package io.dawsos.observatory.rules.template;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as Go reads and prints them. */
final class GoNumber {
    private static final int DIGITS = 4;

    private GoNumber() {}

    /** @throws NumberFormatException when it is none */
    static double parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> parseFinite(text);
        };
    }

    /** Java would also take blanks around, a suffix for the type, and words for what is not finite. */
    private static double parseFinite(String text) {
        String digits = text.replace("_", "");
        for (int i = 0; i < digits.length(); i++) {
            if ("0123456789+-.eExXpPaAbBcCdDfF".indexOf(digits.charAt(i)) < 0) {
                throw new NumberFormatException(text);
            }
        }
        boolean hexadecimal = digits.contains("x") || digits.contains("X");
        if (!hexadecimal
                && (digits.endsWith("f") || digits.endsWith("d") || digits.endsWith("F") || digits.endsWith("D"))) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(digits);
    }

    /** With four digits that count, the last ones left out when they are 0: {@code %.4g}. */
    static String fourDigits(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -4 || exponent >= DIGITS ? withExponent(rounded, exponent) : rounded.toPlainString();
    }

    private static String withExponent(BigDecimal value, int exponent) {
        String digits = value.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String power = String.format(Locale.ROOT, "%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
        return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + power;
    }
}
