package io.dawsos.observatory.ingest.exposition;

import java.util.Arrays;

/** Ranges of a body; used again and again. */
final class Ranges {
    private int[] bounds = new int[16];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int from, int to) {
        if (2 * size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 4 * size);
        }
        bounds[2 * size] = from;
        bounds[2 * size + 1] = to;
        size++;
    }

    int size() {
        return size;
    }

    int from(int i) {
        return bounds[2 * i];
    }

    int to(int i) {
        return bounds[2 * i + 1];
    }
}
