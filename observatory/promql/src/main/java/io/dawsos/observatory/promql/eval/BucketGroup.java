package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.histogram.ClassicBuckets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The buckets of one classic histogram, and native histograms of the same labels. For one thread. */
final class BucketGroup {
    private final RowKey key;
    private final Expr vector;
    private final Evaluation evaluation;
    private final List<Double> bounds = new ArrayList<>();
    private final List<Column> classic = new ArrayList<>();
    private final List<RowKey> nativeKeys = new ArrayList<>();
    private final List<Column> natives = new ArrayList<>();
    private final Monotonicity monotonicity;

    BucketGroup(RowKey key, Expr vector, Evaluation evaluation) {
        this.key = key;
        this.vector = vector;
        this.evaluation = evaluation;
        this.monotonicity = new Monotonicity(key.labels(), vector, evaluation);
    }

    record Result(RowKey key, Column column) {}

    void addClassic(double bound, Column column) {
        bounds.add(bound);
        classic.add(column);
    }

    void addNative(RowKey ofSeries, Column column) {
        nativeKeys.add(ofSeries);
        natives.add(column);
    }

    List<Result> evaluate(BucketFunction function, List<double[]> parameters) {
        int steps = (classic.isEmpty() ? natives : classic).get(0).steps();
        List<Result> results = new ArrayList<>();
        for (int variant = 0; variant < function.variants(); variant++) {
            Column column = new Column(steps);
            results.add(new Result(function.key(key, parameters, variant), column));
            for (int i = 0; i < natives.size(); i++) {
                results.add(new Result(
                        function.key(withoutBound(nativeKeys.get(i)), parameters, variant), new Column(steps)));
            }
        }
        for (int step = 0; step < steps; step++) {
            evaluate(function, parameters, results, step);
        }
        monotonicity.report();
        return results;
    }

    /** The label of a bucket's bound means nothing on a native histogram, and goes away all the same. */
    private static RowKey withoutBound(RowKey key) {
        return key.withLabels(key.labels().keep(label -> !label.equals("le")));
    }

    private void evaluate(BucketFunction function, List<double[]> parameters, List<Result> results, int step) {
        int[] present = classicAt(step);
        int width = natives.size() + 1;
        boolean mixed = present.length > 0 && natives.stream().anyMatch(column -> column.histogram(step) != null);
        if (mixed) {
            evaluation.warn(
                    "vector contains a mix of classic and native histograms" + BucketNode.ofMetric(key.labels()),
                    vector.at());
            return;
        }
        if (present.length > 0) {
            ClassicBuckets buckets = buckets(present, step);
            monotonicity.note(buckets);
            for (int variant = 0; variant < function.variants(); variant++) {
                results.get(variant * width).column().set(step, function.classic(buckets, parameters, variant, step));
            }
        }
        for (int i = 0; i < natives.size(); i++) {
            NativeHistogram histogram = natives.get(i).histogram(step);
            for (int variant = 0; histogram != null && variant < function.variants(); variant++) {
                double value = function.ofNative(histogram, parameters, variant, step, key, vector, evaluation);
                results.get(variant * width + 1 + i).column().set(step, value);
            }
        }
    }

    /** Which buckets have a float at a step. */
    private int[] classicAt(int step) {
        int[] present = new int[classic.size()];
        int size = 0;
        for (int i = 0; i < present.length; i++) {
            if (classic.get(i).has(step) && classic.get(i).histogram(step) == null) {
                present[size++] = i;
            }
        }
        return Arrays.copyOf(present, size);
    }

    private ClassicBuckets buckets(int[] present, int step) {
        double[] upper = new double[present.length];
        double[] counts = new double[present.length];
        for (int i = 0; i < present.length; i++) {
            upper[i] = bounds.get(present[i]);
            counts[i] = classic.get(present[i]).value(step);
        }
        return new ClassicBuckets(upper, counts);
    }
}
