package io.dawsos.observatory.ingest.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Numbers from their bytes. Those that have no more digits than a double holds for certain cost no memory: with a mantissa
 * below 2^53 and a power of ten up to 22 both are doubles exactly, and so one operation rounds once (Clinger, 1990). Others
 * go through the JDK.
 */
final class Decimal {
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long EXACT = 1L << 53;
    private static final long ROOM = (Long.MAX_VALUE - 9) / 10;

    private final byte[] bytes;
    private boolean valid;

    Decimal(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether the last text was a number. */
    boolean valid() {
        return valid;
    }

    /** The number that a range says; if it says none, {@link #valid} is false after. */
    double parse(int from, int to) {
        boolean negative = from < to && bytes[from] == '-';
        int i = negative || (from < to && bytes[from] == '+') ? from + 1 : from;
        long mantissa = 0;
        int digits = 0;
        int scale = 0;
        boolean exact = true;
        boolean pointed = false;
        for (; i < to; i++) {
            byte c = bytes[i];
            if (c >= '0' && c <= '9') {
                digits++;
                exact &= mantissa <= ROOM;
                mantissa = exact ? mantissa * 10 + (c - '0') : mantissa;
                scale -= pointed ? 1 : 0;
            } else if (c == '.' && !pointed) {
                pointed = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return word(from, to);
        }
        int exponent = i < to ? exponent(i, to) : 0;
        valid = exponent != Integer.MIN_VALUE;
        int power = scale + (valid ? exponent : 0);
        if (!exact || mantissa >= EXACT || power < -22 || power > 22) {
            return valid ? Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)) : 0;
        }
        double value = power < 0 ? mantissa / TENS[-power] : mantissa * TENS[power];
        return negative ? -value : value;
    }

    /** The exponent that fills the rest of a number; the smallest integer when it is none. */
    private int exponent(int from, int to) {
        if (bytes[from] != 'e' && bytes[from] != 'E') {
            return Integer.MIN_VALUE;
        }
        int i = from + 1;
        boolean negative = i < to && bytes[i] == '-';
        if (negative || (i < to && bytes[i] == '+')) {
            i++;
        }
        if (i == to) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(100_000_000, exponent * 10 + bytes[i] - '0');
        }
        return negative ? -exponent : exponent;
    }

    private double word(int from, int to) {
        valid = to - from <= "-infinity".length();
        if (!valid) {
            return 0;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                valid = false;
                yield 0;
            }
        };
    }
}
