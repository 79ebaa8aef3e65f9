package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.NativeHistogram;
import org.jspecify.annotations.Nullable;

/**
 * Picks the so many largest or smallest floats of a group, best first; of equal ones the earlier row; NaN last. Keeps
 * the picks in a heap whose root is the worst.
 */
final class ExtremePicker implements PickNode.Picker {
    private final long[] counts;
    private final boolean largest;

    ExtremePicker(long[] counts, boolean largest) {
        this.counts = counts;
        this.largest = largest;
    }

    @Override
    public boolean floatsOnly() {
        return true;
    }

    @Override
    public int pick(Table table, Groups groups, int group, int step, int[] chosen) {
        int limit = (int) Math.min(counts[step], chosen.length);
        int size = 0;
        for (int i = 0; i < groups.size(group) && limit > 0; i++) {
            int row = groups.row(group, i);
            Column column = table.column(row);
            @Nullable NativeHistogram histogram = column.histogram(step);
            if (!column.has(step) || histogram != null) {
                continue;
            }
            if (size < limit) {
                chosen[size] = row;
                up(chosen, size++, table, step);
            } else if (worse(chosen[0], row, table, step)) {
                chosen[0] = row;
                down(chosen, size, table, step);
            }
        }
        sort(chosen, size, table, step);
        return size;
    }

    /** Whether a row is picked after another. */
    private boolean worse(int row, int other, Table table, int step) {
        double value = table.column(row).value(step);
        double otherValue = table.column(other).value(step);
        if (Double.isNaN(value) || Double.isNaN(otherValue)) {
            return Double.isNaN(value) && (!Double.isNaN(otherValue) || row > other);
        }
        return value == otherValue ? row > other : largest ? value < otherValue : value > otherValue;
    }

    private void up(int[] heap, int from, Table table, int step) {
        int at = from;
        while (at > 0 && worse(heap[at], heap[(at - 1) / 2], table, step)) {
            swap(heap, at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void down(int[] heap, int size, Table table, int step) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && worse(heap[child + 1], heap[child], table, step)) {
                child++;
            }
            if (!worse(heap[child], heap[at], table, step)) {
                return;
            }
            swap(heap, at, child);
            at = child;
        }
    }

    /** Takes the worst out again and again: what is left is sorted, best first. */
    private void sort(int[] heap, int size, Table table, int step) {
        for (int last = size - 1; last > 0; last--) {
            swap(heap, 0, last);
            down(heap, last, table, step);
        }
    }

    private static void swap(int[] heap, int i, int j) {
        int row = heap[i];
        heap[i] = heap[j];
        heap[j] = row;
    }
}
