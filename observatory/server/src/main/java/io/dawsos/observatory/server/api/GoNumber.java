package io.dawsos.observatory.server.api;

import java.math.BigDecimal;

/** Numbers as Go's encoder of Prometheus's API writes them. */
public final class GoNumber {
    private static final double EXPONENT_UNDER = 1e-6;
    private static final double EXPONENT_FROM = 1e21;
    private static final double WHOLE = 1e15;

    private GoNumber() {}

    /** With the fewest digits that read as the same number, an exponent only when it is very small or large. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        double size = Math.abs(value);
        return size < EXPONENT_UNDER || size >= EXPONENT_FROM ? scientific(shortest) : shortest.toPlainString();
    }

    /** Always with an exponent, as values of alerts are. */
    static String scientific(double value) {
        return Double.isFinite(value) && value != 0
                ? scientific(new BigDecimal(Double.toString(value)).stripTrailingZeros())
                : Double.isFinite(value) ? (1 / value < 0 ? "-0e+00" : "0e+00") : of(value);
    }

    private static String scientific(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - number.scale();
        return (number.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    /** Milliseconds as seconds, with three decimals unless they are whole. */
    public static String seconds(long millis) {
        long size = Math.abs(millis);
        long fraction = size % 1000;
        String whole = (millis < 0 ? "-" : "") + size / 1000;
        return fraction == 0
                ? whole
                : whole + "." + (fraction < 100 ? "0" : "") + (fraction < 10 ? "0" : "") + fraction;
    }
}
