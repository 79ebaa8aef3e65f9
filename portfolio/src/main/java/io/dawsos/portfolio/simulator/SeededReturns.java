package io.dawsos.portfolio.simulator;

import java.util.Random;

/** Draws that depend on nothing but their name and number: the same on every machine and in any order. */
final class SeededReturns {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private SeededReturns() {}

    /** Normally distributed around 0. */
    static double draw(String name, long number, double deviation) {
        // Random, for its documentation fixes the algorithm.
        return deviation * new Random((name.hashCode() * 31L + number) * SPREAD).nextGaussian();
    }
}
