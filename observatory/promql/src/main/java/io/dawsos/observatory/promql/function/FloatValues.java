package io.dawsos.observatory.promql.function;

import java.util.function.DoubleUnaryOperator;

/** Mathematics of one float that the JDK has not, or has otherwise than PromQL. */
final class FloatValues {
    private static final double LN2 = Math.log(2);
    /** From here on the square under a root is all there is to see of it. */
    private static final double LARGE = 1 << 28;

    private FloatValues() {}

    /** A function of floats; histograms have no result. */
    static ValueFunction of(DoubleUnaryOperator function) {
        return (value, histogram, arguments, context, result, step) -> {
            if (histogram == null) {
                result.set(step, function.applyAsDouble(value));
            }
        };
    }

    /** Exact for powers of two. */
    static double log2(double x) {
        if (!(x > 0) || Double.isInfinite(x)) {
            return Math.log(x);
        }
        int exponent = Math.getExponent(x);
        if (exponent < Double.MIN_EXPONENT) {
            return log2(x * 0x1p54) - 54;
        }
        double mantissa = Math.scalb(x, -exponent);
        return mantissa == 1 ? exponent : exponent + Math.log(mantissa) / LN2;
    }

    static double sgn(double x) {
        if (x < 0) {
            return -1;
        }
        return x > 0 ? 1 : x;
    }

    /** To the nearest multiple; half a one up. */
    static double round(double x, double multiple) {
        double inverse = 1 / multiple;
        return Math.floor(x * inverse + 0.5) / inverse;
    }

    static double asinh(double x) {
        double size = Math.abs(x);
        if (size >= LARGE) {
            return Math.copySign(Math.log(size) + LN2, x);
        }
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1))), x);
    }

    static double acosh(double x) {
        if (x < 1) {
            return Double.NaN;
        }
        if (x >= LARGE) {
            return Math.log(x) + LN2;
        }
        double over = x - 1;
        return Math.log1p(over + Math.sqrt(2 * over + over * over));
    }

    static double atanh(double x) {
        double size = Math.abs(x);
        return Math.copySign(0.5 * Math.log1p(2 * size / (1 - size)), x);
    }

    static double degrees(double x) {
        return x * 180 / Math.PI;
    }

    static double radians(double x) {
        return x * Math.PI / 180;
    }
}
