package io.dawsos.observatory.promql.eval;

/** {@code count}, and {@code group}, which is 1 where the count is not 0. */
final class CountAccumulator implements Accumulator {
    private final int[] counts;
    private final boolean group;

    CountAccumulator(int steps, boolean group) {
        this.counts = new int[steps];
        this.group = group;
    }

    @Override
    public void add(Column column) {
        boolean[] present = column.present();
        for (int step = 0; step < counts.length; step++) {
            counts[step] += present[step] ? 1 : 0;
        }
    }

    @Override
    public void merge(Accumulator later) {
        int[] others = ((CountAccumulator) later).counts;
        for (int step = 0; step < counts.length; step++) {
            counts[step] += others[step];
        }
    }

    @Override
    public Column result() {
        Column result = new Column(counts.length);
        for (int step = 0; step < counts.length; step++) {
            if (counts[step] > 0) {
                result.set(step, group ? 1 : counts[step]);
            }
        }
        return result;
    }
}
