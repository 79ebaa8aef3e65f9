package io.dawsos.observatory.template.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Floats as Go's {@code strconv.FormatFloat} writes them. */
public final class GoFloat {
    /** The precision with which as many digits are written as it takes to tell the number from its neighbours. */
    public static final int SHORTEST = -1;

    private static final int LEAST_EXPONENT = -4;
    private static final int SHORTEST_EXPONENT = 6;
    /** No double has more digits, before and behind the point: those beyond are zeros, and need no arithmetic. */
    private static final int MOST_DIGITS = 1100;

    private GoFloat() {}

    /**
     * A float's text.
     *
     * @param verb one of {@code e E f g G x X b}
     * @param precision digits behind the point, of {@code g} all digits; or {@link #SHORTEST}
     */
    public static String text(double value, char verb, int precision) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        double positive = Math.abs(value);
        return sign
                + switch (verb) {
                    case 'e' -> exponential(digits(positive, precision < 0 ? precision : precision + 1), precision);
                    case 'E' -> text(positive, 'e', precision).replace('e', 'E');
                    case 'g' -> general(positive, precision);
                    case 'G' -> general(positive, precision).replace('e', 'E');
                    case 'b' -> binary(positive);
                    case 'x' -> Hexadecimal.text(positive, precision);
                    case 'X' -> Hexadecimal.text(positive, precision).toUpperCase(Locale.ROOT);
                    default -> plain(positive, precision);
                };
    }

    /** Significant digits, and where the point stands: 0 before the first one. */
    private record Digits(String text, int point) {}

    private static Digits digits(double value, int count) {
        if (value == 0) {
            return new Digits("0", 1);
        }
        BigDecimal decimal = count < 0
                ? new BigDecimal(Double.toString(value))
                : new BigDecimal(value)
                        .round(new MathContext(Math.clamp(count, 1, MOST_DIGITS), RoundingMode.HALF_EVEN));
        BigDecimal stripped = decimal.stripTrailingZeros();
        String text = stripped.unscaledValue().toString();
        return new Digits(text, text.length() - stripped.scale());
    }

    private static String exponential(Digits digits, int precision) {
        StringBuilder text = new StringBuilder().append(digits.text().charAt(0));
        String rest = digits.text().substring(1);
        String padded = precision < 0 ? rest : rest + "0".repeat(Math.max(0, precision - rest.length()));
        if (!padded.isEmpty()) {
            text.append('.').append(padded);
        }
        return text.append('e').append(exponent(digits.point() - 1)).toString();
    }

    private static String exponent(int exponent) {
        int size = Math.abs(exponent);
        return (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }

    private static String plain(double value, int precision) {
        BigDecimal decimal = precision < 0
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros()
                : new BigDecimal(value).setScale(Math.min(precision, MOST_DIGITS), RoundingMode.HALF_EVEN);
        String text = (decimal.scale() < 0 ? decimal.setScale(0, RoundingMode.UNNECESSARY) : decimal).toPlainString();
        return text + "0".repeat(Math.max(0, precision - MOST_DIGITS));
    }

    private static String general(double value, int precision) {
        Digits digits = digits(value, precision == 0 ? 1 : precision);
        int count = digits.text().length();
        int most = precision < 0 ? SHORTEST_EXPONENT : Math.max(precision, 1);
        if (precision >= 0 && most > count && count >= digits.point()) {
            most = count;
        }
        int exponent = digits.point() - 1;
        if (exponent < LEAST_EXPONENT || exponent >= most) {
            return exponential(digits, SHORTEST);
        }
        return new BigDecimal(new BigInteger(digits.text()), count - digits.point())
                .setScale(Math.max(count - digits.point(), 0), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static String binary(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52);
        long mantissa = bits & 0xf_ffff_ffff_ffffL;
        long whole = exponent == 0 ? mantissa : mantissa | 1L << 52;
        int power = Math.max(exponent, 1) - 1075;
        return whole + "p" + (power < 0 ? "" : "+") + power;
    }
}
