package io.dawsos.observatory.tsdb.codec;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.StaleMarker;
import java.util.List;
import java.util.Random;

/** Runs of samples of every kind, from a seed. */
public final class SampleRuns {
    private static final List<NativeHistogram.CounterReset> RESETS = List.of(NativeHistogram.CounterReset.values());

    private SampleRuns() {}

    public static SampleRun random(long seed) {
        Random random = new Random(seed);
        int count = 1 + random.nextInt(random.nextInt(10) == 0 ? 300 : 140);
        boolean histograms = random.nextInt(5) == 0;
        boolean started = random.nextInt(4) == 0;
        int shape = random.nextInt(9);
        int jitter = random.nextInt(4) * 5 + 1;
        SampleRun run = new SampleRun(1);
        long time = random.nextInt(20) == 0 ? -(1L << 52) + random.nextInt(1000) : 1_700_000_000_000L;
        double value = random.nextInt(1_000_000);
        for (int i = 0; i < count; i++) {
            time += Math.max(
                    1, 15_000 + random.nextInt(jitter) + (random.nextInt(50) == 0 ? 1L << random.nextInt(40) : 0));
            value = next(random, shape, value);
            long start = started && random.nextInt(3) > 0 ? time - random.nextInt(100_000) : 0;
            run.append(time, histograms ? Double.NaN : value, histograms ? histogram(random) : null, start);
        }
        return run;
    }

    private static double next(Random random, int shape, double value) {
        if (random.nextInt(100) == 0) {
            return odd(random);
        }
        return switch (shape) {
            case 0 -> value;
            case 1 -> value + random.nextInt(200);
            case 2 -> random.nextInt(100) / 100.0;
            case 3 -> random.nextGaussian();
            case 4 -> value + random.nextDouble();
            case 5 -> Double.longBitsToDouble(random.nextLong());
            case 6 -> random.nextLong();
            case 7 -> random.nextInt(30) == 0 ? 0 : value + 1e-9;
            default -> odd(random);
        };
    }

    private static double odd(Random random) {
        double[] odd = {
            StaleMarker.value(),
            Double.NaN,
            -0.0,
            0.0,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            1L << 53,
            -(1L << 53),
            (1L << 53) + 2,
            0.1 + 0.2,
            1e-9,
            1e22
        };
        return odd[random.nextInt(odd.length)];
    }

    public static NativeHistogram histogram(Random random) {
        boolean custom = random.nextInt(10) == 0;
        double sum = random.nextInt(20) == 0 ? StaleMarker.value() : random.nextDouble() * 100;
        return new NativeHistogram(
                custom ? NativeHistogram.CUSTOM_SCHEMA : random.nextInt(3),
                random.nextInt(2) * 0.001,
                random.nextInt(10),
                random.nextInt(1000),
                sum,
                buckets(random),
                custom ? Buckets.NONE : buckets(random),
                custom ? List.of(0.5, 1.0, 2.5) : List.of(),
                RESETS.get(random.nextInt(RESETS.size())));
    }

    private static Buckets buckets(Random random) {
        int[] indexes = new int[random.nextInt(5)];
        double[] counts = new double[indexes.length];
        int index = random.nextInt(10) - 5;
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = index;
            index += 1 + random.nextInt(3);
            counts[i] = random.nextInt(8) == 0 ? 0 : random.nextInt(50) * 0.5;
        }
        return new Buckets(indexes, counts);
    }
}
