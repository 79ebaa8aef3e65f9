package io.dawsos.observatory.model;

/** The NaN that ends a series, by its bits, as Prometheus stores it; other NaNs are ordinary values. */
public final class StaleMarker {
    private static final long BITS = 0x7ff0000000000002L;

    private StaleMarker() {}

    public static double value() {
        return Double.longBitsToDouble(BITS);
    }

    public static boolean is(double value) {
        return Double.doubleToRawLongBits(value) == BITS;
    }
}
