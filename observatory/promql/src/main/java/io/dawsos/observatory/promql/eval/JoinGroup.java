package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The series of two vectors that have one signature, and what comes of joining them. For one thread at a time. */
final class JoinGroup {
    private static final int NONE = -1;
    private static final int[] NO_ROWS = {};

    private final Join join;
    private final Labels signature;
    private final Map<RowKey, Column> results = new LinkedHashMap<>();
    private int[] one = NO_ROWS;
    private int[] many = NO_ROWS;
    private boolean[] taken = {};
    private long cells;

    JoinGroup(Join join, Labels signature) {
        this.join = join;
        this.signature = signature;
    }

    void addOne(int row) {
        one = appended(one, row);
    }

    void addMany(int row) {
        many = appended(many, row);
    }

    private static int[] appended(int[] rows, int row) {
        int[] longer = Arrays.copyOf(rows, rows.length + 1);
        longer[rows.length] = row;
        return longer;
    }

    Map<RowKey, Column> results() {
        return results;
    }

    long cells() {
        return cells;
    }

    /** Joins; returns how many cells came of it. */
    long run() {
        int[] oneAt = onePerStep();
        taken = new boolean[join.steps()];
        for (int row : many) {
            joinRow(row, oneAt);
        }
        if (join.fillMany() != null) {
            fillMany(join.fillMany(), oneAt);
        }
        results.values().removeIf(Column::isEmpty);
        cells = results.values().stream().mapToLong(Column::count).sum();
        return cells;
    }

    /** Which row of the one side has a value, by step. */
    private int[] onePerStep() {
        int[] at = new int[join.steps()];
        Arrays.fill(at, NONE);
        for (int row : one) {
            boolean[] present = join.one().column(row).present();
            for (int step = 0; step < at.length; step++) {
                if (present[step]) {
                    if (at[step] != NONE && anyMany(step)) {
                        throw duplicate(at[step], row);
                    }
                    at[step] = row;
                }
            }
        }
        return at;
    }

    /** Two series of the one side do no harm at a step where there is nothing to join them with. */
    private boolean anyMany(int step) {
        return join.fillMany() != null
                || IntStream.range(0, join.many().size())
                        .anyMatch(row -> join.many().column(row).has(step));
    }

    private RuntimeException duplicate(int row, int other) {
        String first = LabelList.of(join.one().key(row).labels());
        String second = LabelList.of(join.one().key(other).labels());
        boolean ordered = first.compareTo(second) < 0;
        return Evaluation.failure("found duplicate series for the match group " + LabelList.of(signature) + " on the "
                + join.oneSide() + " hand-side of the operation: [" + (ordered ? first : second) + ", "
                + (ordered ? second : first)
                + "];many-to-many matching not allowed: matching labels must be unique on one side");
    }

    private void joinRow(int row, int[] oneAt) {
        Column column = join.many().column(row);
        Target target = new Target(join.many().key(row));
        for (int step = 0; step < oneAt.length; step++) {
            if (!column.has(step)) {
                continue;
            }
            if (oneAt[step] != NONE) {
                Column other = join.one().column(oneAt[step]);
                target.set(step, oneAt[step], column.value(step), column, other.value(step), other);
            } else if (join.fillOne() != null) {
                target.set(step, NONE, column.value(step), column, join.fillOne(), null);
            }
        }
    }

    private void fillMany(double fill, int[] oneAt) {
        Target target = new Target(RowKey.of(signature));
        for (int step = 0; step < oneAt.length; step++) {
            int at = step;
            if (oneAt[step] != NONE
                    && Arrays.stream(many)
                            .noneMatch(row -> join.many().column(row).has(at))) {
                Column other = join.one().column(oneAt[step]);
                target.set(step, oneAt[step], fill, null, other.value(step), other);
            }
        }
    }

    /** Where the results of one series of the many side go: a column for each labels that come of its partners. */
    private final class Target {
        private final RowKey manyKey;
        private int partner = NONE - 1;
        private @Nullable Column current;

        Target(RowKey manyKey) {
            this.manyKey = manyKey;
        }

        void set(int step, int oneRow, double value, @Nullable Column many, double otherValue, @Nullable Column other) {
            Column result = column(oneRow);
            boolean before = result.has(step);
            Column cell = before ? new Column(step + 1) : result;
            join.apply(
                    value,
                    many == null ? null : many.histogram(step),
                    otherValue,
                    other == null ? null : other.histogram(step),
                    cell,
                    step);
            if (cell.has(step)) {
                check(step, before);
            }
        }

        private void check(int step, boolean before) {
            if (join.oneToOne() && taken[step]) {
                throw Evaluation.failure(
                        "multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)");
            }
            if (before) {
                throw Evaluation.failure("multiple matches for labels: grouping labels must ensure unique matches");
            }
            taken[step] = true;
        }

        private Column column(int oneRow) {
            Column result = current;
            if (result == null || oneRow != partner) {
                Labels labels =
                        oneRow == NONE ? signature : join.one().key(oneRow).labels();
                result = results.computeIfAbsent(join.result(manyKey, labels), k -> new Column(join.steps()));
                current = result;
                partner = oneRow;
            }
            return result;
        }
    }
}
