package io.dawsos.observatory.ingest.wire;

/** Integers that have no sign in a message. */
public final class UnsignedNumber {
    private UnsignedNumber() {}

    /** The nearest double. */
    public static double of(long bits) {
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }
}
