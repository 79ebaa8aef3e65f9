package io.dawsos.portfolio.demo;

import java.util.Random;

/**
 * Draws paths of daily returns from real ones in blocks of consecutive days, so that the real fat tails and clusters of
 * volatility survive (the moving block bootstrap: Künsch, Annals of Statistics 17, 1989).
 */
final class ReturnResampler {

    /** About a month of trading: longer than most bursts of volatility. */
    static final int BLOCK = 21;

    private final double[] real;

    ReturnResampler(double[] real) {
        this.real = real.clone();
    }

    /** Every element is one of the real returns; the same seed gives the same path. */
    double[] path(long seed, int length) {
        // Random, for its documentation fixes the algorithm: the same path on every JDK.
        Random random = new Random(seed);
        double[] path = new double[length];
        for (int at = 0; at < length; at += BLOCK) {
            int from = random.nextInt(real.length - BLOCK + 1);
            System.arraycopy(real, from, path, at, Math.min(BLOCK, length - at));
        }
        return path;
    }
}
