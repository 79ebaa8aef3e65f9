package io.dawsos.observatory.ingest.wire;

import io.dawsos.observatory.model.Labels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gathers labels, mostly already in order; used again and again. */
public final class LabelList {
    private String[] pairs = new String[32];
    private int size;

    public void clear() {
        size = 0;
    }

    /** Adds a label, in order of names. */
    public void add(String name, String value) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * size);
        }
        int i = size;
        for (; i > 0 && pairs[i - 2].compareTo(name) > 0; i -= 2) {
            pairs[i] = pairs[i - 2];
            pairs[i + 1] = pairs[i - 1];
        }
        pairs[i] = name;
        pairs[i + 1] = value;
        size += 2;
    }

    /** The name that came twice; null when none did. */
    public @Nullable String twice() {
        for (int i = 2; i < size; i += 2) {
            if (pairs[i].equals(pairs[i - 2])) {
                return pairs[i];
            }
        }
        return null;
    }

    /** What is wrong with them as a series; empty when nothing is. */
    public String problem() {
        String twice = twice();
        if (twice != null) {
            return "the label \"" + twice + "\" comes twice in the series " + labels();
        }
        return size > 0 && pairs[0].isEmpty() ? "the series " + labels() + " has a label without a name" : "";
    }

    /** What was gathered, without labels that have no value. */
    public Labels labels() {
        String[] kept = new String[size];
        int length = 0;
        for (int i = 0; i < size; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                kept[length++] = pairs[i];
                kept[length++] = pairs[i + 1];
            }
        }
        return Labels.ofSorted(length == size ? kept : Arrays.copyOf(kept, length));
    }
}
