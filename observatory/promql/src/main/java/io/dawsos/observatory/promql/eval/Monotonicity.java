package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.histogram.ClassicBuckets;

/** What had to be lifted in a classic histogram's buckets, over all steps. */
final class Monotonicity {
    private final Labels labels;
    private final Expr vector;
    private final Evaluation evaluation;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private double largest;
    private int count;

    Monotonicity(Labels labels, Expr vector, Evaluation evaluation) {
        this.labels = labels;
        this.vector = vector;
        this.evaluation = evaluation;
    }

    void note(ClassicBuckets buckets) {
        if (buckets.forced()) {
            lowest = Math.min(lowest, buckets.lowestFixed());
            highest = Math.max(highest, buckets.highestFixed());
            largest = Math.max(largest, buckets.largestFix());
            count++;
        }
    }

    void report() {
        if (count > 0) {
            evaluation.info(
                    "input to histogram_quantile needed to be fixed for monotonicity (see"
                            + " https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile)"
                            + BucketNode.ofMetric(labels) + ", from buckets " + GoText.general(lowest) + " to "
                            + GoText.general(highest) + ", with a max diff of " + GoText.general(largest) + ", over "
                            + count + " samples",
                    vector.at());
        }
    }
}
