package io.dawsos.observatory.promql.eval;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers and strings as Go prints them, which labels and messages of Prometheus are made of. */
public final class GoText {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private GoText() {}

    /** Without exponent, with the fewest digits that read as the same number: {@code strconv}'s {@code 'f', -1}. */
    static String plain(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** {@code fmt}'s {@code %g}: with an exponent under 1e-4 and from 1e6 on. */
    public static String general(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return plain(value);
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + power;
    }

    /** As OpenMetrics writes the value of {@code le}: always with a fraction or an exponent. */
    static String openMetrics(double value) {
        String text = general(value);
        return Double.isFinite(value) && text.indexOf('.') < 0 && text.indexOf('e') < 0 ? text + ".0" : text;
    }

    /** A number as Go reads it; empty when the text is none. */
    static OptionalDouble number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "+inf", "inf", "+infinity", "infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            case "nan" -> OptionalDouble.of(Double.NaN);
            default ->
                NUMBER.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
        };
    }

    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
