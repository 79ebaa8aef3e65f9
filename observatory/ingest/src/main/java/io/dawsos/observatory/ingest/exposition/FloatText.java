package io.dawsos.observatory.ingest.exposition;

import java.math.BigDecimal;

/** Numbers in labels, as Prometheus and OpenMetrics write them. */
public final class FloatText {
    /** From this power of ten on an exponent is written. */
    private static final int POINTED = 6;

    private FloatText() {}

    /**
     * The shortest text that is this number, with a point or an exponent: {@code 1.0}, {@code 0.25}, {@code 1e+06},
     * {@code +Inf}.
     */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return "0.0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        String text = exponent < -4 || exponent >= POINTED ? scientific(digits, exponent) : pointed(shortest);
        return value < 0 ? "-" + text : text;
    }

    /** The shortest text that is this number, without an exponent, as Prometheus labels what comes by OTLP: {@code 1}. */
    public static String plain(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
            return value == 0 ? "0" : of(value);
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static String pointed(BigDecimal value) {
        String text = value.toPlainString();
        return text.indexOf('.') < 0 ? text + ".0" : text;
    }

    private static String scientific(String digits, int exponent) {
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : Integer.toString(Math.abs(exponent));
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
    }
}
