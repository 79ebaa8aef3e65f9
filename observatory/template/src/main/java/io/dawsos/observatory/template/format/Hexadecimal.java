package io.dawsos.observatory.template.format;

/** Floats as {@code 0x1.8p+01}. */
final class Hexadecimal {
    private static final int MANTISSA_BITS = 52;
    private static final int MANTISSA_DIGITS = MANTISSA_BITS / 4;

    private Hexadecimal() {}

    /** Of a float that is not negative; as many digits behind the point, or as many as it takes for a negative number. */
    static String text(double value, int precision) {
        if (value == 0) {
            return "0x0" + fraction("", precision) + "p+00";
        }
        int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT);
        long mantissa = Double.doubleToRawLongBits(value) & (1L << MANTISSA_BITS) - 1;
        if (Math.getExponent(value) >= Double.MIN_EXPONENT) {
            mantissa |= 1L << MANTISSA_BITS;
        }
        while (mantissa >>> MANTISSA_BITS == 0) {
            mantissa <<= 1;
            exponent--;
        }
        if (precision >= 0 && precision < MANTISSA_DIGITS) {
            mantissa = rounded(mantissa, 4 * (MANTISSA_DIGITS - precision));
        }
        if (mantissa >>> MANTISSA_BITS > 1) {
            mantissa >>>= 1;
            exponent++;
        }
        String digits = String.format("%013x", mantissa & (1L << MANTISSA_BITS) - 1);
        int size = Math.abs(exponent);
        return "0x1" + fraction(digits, precision) + "p" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }

    private static long rounded(long mantissa, int dropped) {
        long unit = 1L << dropped;
        long rest = mantissa & unit - 1;
        long kept = mantissa - rest;
        boolean up = rest > unit / 2 || (rest == unit / 2 && (kept & unit) != 0);
        return up ? kept + unit : kept;
    }

    private static String fraction(String digits, int precision) {
        String shown = precision < 0
                ? digits.replaceAll("0+$", "")
                : (digits + "0".repeat(Math.max(0, precision - digits.length()))).substring(0, precision);
        return shown.isEmpty() ? "" : "." + shown;
    }
}
