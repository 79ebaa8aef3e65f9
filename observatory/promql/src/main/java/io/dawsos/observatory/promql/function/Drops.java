package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.Samples;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the floats of a buffer go down, which for a counter is a reset: found once for a series, whose windows then look
 * at the few that are in them instead of at every sample.
 */
final class Drops {
    private @Nullable Object owner;
    private int[] at = {};
    private int size;
    private int next;
    private int lastFrom;

    /**
     * What a counter had come to before each of its resets in a window.
     *
     * @param series what stands for the buffer's series: a buffer is looked through when it changes
     */
    @SuppressWarnings("ReferenceEquality") // the object itself is meant, not one that equals it
    double lost(Samples samples, int from, int to, Object series) {
        if (series != owner) {
            find(samples);
            owner = series;
        }
        if (size == 0) {
            return 0;
        }
        next = from < lastFrom ? 0 : next;
        lastFrom = from;
        while (next < size && at[next] <= from) {
            next++;
        }
        double[] values = samples.values();
        double lost = 0;
        for (int i = next; i < size && at[i] < to; i++) {
            lost += values[at[i] - 1];
        }
        return lost;
    }

    private void find(Samples samples) {
        double[] values = samples.values();
        size = 0;
        next = 0;
        lastFrom = 0;
        for (int i = 1; i < samples.size(); i++) {
            if (values[i] < values[i - 1]) {
                at = size < at.length ? at : Arrays.copyOf(at, Math.max(8, 2 * size));
                at[size++] = i;
            }
        }
    }
}
