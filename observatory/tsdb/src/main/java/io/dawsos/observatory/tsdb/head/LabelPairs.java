package io.dawsos.observatory.tsdb.head;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every label (name and value) once, as an int, so that a series is a few ints. Open addressing over arrays: a label
 * costs its value's string and about twenty bytes. One writer, excluded from readers by the caller.
 */
final class LabelPairs {
    private final Map<String, NameValues> names = new HashMap<>();
    private String[] nameOf = new String[64];
    private String[] valueOf = new String[64];
    private int[] table = new int[256];
    private int size;

    int size() {
        return size;
    }

    String name(int pair) {
        return nameOf[pair];
    }

    String value(int pair) {
        return valueOf[pair];
    }

    /** The label's int, -1 when it is not there. */
    int find(String name, String value) {
        return table[slot(name, value)] - 1;
    }

    /** The label's int, made when it is not there. */
    int add(String name, String value) {
        int slot = slot(name, value);
        if (table[slot] != 0) {
            return table[slot] - 1;
        }
        if (size == nameOf.length) {
            nameOf = Arrays.copyOf(nameOf, size * 2);
            valueOf = Arrays.copyOf(valueOf, size * 2);
        }
        NameValues values = names.computeIfAbsent(name, NameValues::new);
        nameOf[size] = values.name;
        valueOf[size] = value;
        table[slot] = size + 1;
        values.add(size);
        size++;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int pair = 0; pair < size; pair++) {
            table[slot(nameOf[pair], valueOf[pair])] = pair + 1;
        }
    }

    private int slot(String name, String value) {
        int hash = name.hashCode() * 31 + value.hashCode();
        int mask = table.length - 1;
        int slot = (((hash ^ (hash >>> 15)) * 0x9e3779b9) >>> 7) & mask;
        while (table[slot] != 0) {
            int pair = table[slot] - 1;
            if (valueOf[pair].equals(value) && nameOf[pair].equals(name)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    List<String> names() {
        List<String> sorted = new ArrayList<>(names.keySet());
        sorted.sort(null);
        return sorted;
    }

    /** The labels of a name, by value; may be called by many readers at once. */
    int[] sorted(String name) {
        NameValues values = names.get(name);
        return values == null ? new int[0] : values.sorted(this);
    }

    /** The labels of one name: sorted those that were asked for before, then newer ones as they came. */
    private static final class NameValues {
        final String name;
        private int[] pairs = new int[4];
        private int size;
        private volatile int @Nullable [] sorted;

        NameValues(String name) {
            this.name = name;
        }

        void add(int pair) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
            }
            pairs[size++] = pair;
        }

        int[] sorted(LabelPairs all) {
            int[] before = sorted;
            if (before != null && before.length == size) {
                return before;
            }
            int known = before == null ? 0 : before.length;
            Integer[] fresh = new Integer[size - known];
            for (int i = known; i < size; i++) {
                fresh[i - known] = pairs[i];
            }
            Arrays.sort(fresh, (a, b) -> all.value(a).compareTo(all.value(b)));
            int[] merged = new int[size];
            for (int at = 0, old = 0, young = 0; at < size; at++) {
                boolean fromOld = young == fresh.length
                        || (old < known
                                && before != null
                                && all.value(before[old]).compareTo(all.value(fresh[young])) < 0);
                merged[at] = fromOld && before != null ? before[old++] : fresh[young++];
            }
            sorted = merged;
            return merged;
        }
    }
}
