package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.histogram.ClassicBuckets;
import io.dawsos.observatory.promql.histogram.HistogramFraction;
import io.dawsos.observatory.promql.histogram.HistogramQuantile;
import java.util.List;

/** What is calculated of a histogram's buckets: one value or, of several quantiles, variants. */
sealed interface BucketFunction {
    /** Warns of parameters that make no sense. */
    default void check(List<double[]> parameters, List<ScalarNode> nodes, Evaluation evaluation) {}

    default int variants() {
        return 1;
    }

    /** The key of a variant's result. */
    default RowKey key(RowKey key, List<double[]> parameters, int variant) {
        return key;
    }

    double classic(ClassicBuckets buckets, List<double[]> parameters, int variant, int step);

    double ofNative(
            NativeHistogram histogram,
            List<double[]> parameters,
            int variant,
            int step,
            RowKey key,
            Expr vector,
            Evaluation evaluation);

    /** Quantiles, each in a series of its own, told by a label when there is one. */
    record Quantiles(int variants, String label) implements BucketFunction {
        static Quantiles one() {
            return new Quantiles(1, "");
        }

        @Override
        public void check(List<double[]> parameters, List<ScalarNode> nodes, Evaluation evaluation) {
            for (int i = 0; i < parameters.size(); i++) {
                for (double quantile : Extremes.of(parameters.get(i)).outside(0, 1)) {
                    evaluation.warn(
                            "quantile value should be between 0 and 1, got " + GoText.general(quantile),
                            nodes.get(i).expr().at());
                }
            }
        }

        @Override
        public RowKey key(RowKey key, List<double[]> parameters, int variant) {
            if (label.isEmpty()) {
                return key;
            }
            if (key.labels().has(label)) {
                throw Evaluation.failure("histogram_quantiles() cannot set label \"" + label + "\": series "
                        + LabelList.of(key.labels()) + " has it already");
            }
            return key.withLabels(
                    key.labels().with(label, GoText.openMetrics(parameters.get(variant)[0])));
        }

        @Override
        public double classic(ClassicBuckets buckets, List<double[]> parameters, int variant, int step) {
            return buckets.quantile(parameters.get(variant)[step]);
        }

        @Override
        public double ofNative(
                NativeHistogram histogram,
                List<double[]> parameters,
                int variant,
                int step,
                RowKey key,
                Expr vector,
                Evaluation evaluation) {
            HistogramQuantile quantile = HistogramQuantile.of(parameters.get(variant)[step], histogram);
            String effect =
                    switch (quantile.nan()) {
                        case NONE -> "";
                        case RESULT_IS_NAN -> "result is NaN";
                        case SKEWED_HIGHER -> "result is skewed higher";
                    };
            if (!effect.isEmpty()) {
                evaluation.info(
                        "input to histogram_quantile has NaN observations, " + effect
                                + BucketNode.ofMetric(key.labels()),
                        vector.at());
            }
            return quantile.value();
        }
    }

    /** The share of observations between two values. */
    record Fraction() implements BucketFunction {
        @Override
        public double classic(ClassicBuckets buckets, List<double[]> parameters, int variant, int step) {
            return buckets.fraction(parameters.get(0)[step], parameters.get(1)[step]);
        }

        @Override
        public double ofNative(
                NativeHistogram histogram,
                List<double[]> parameters,
                int variant,
                int step,
                RowKey key,
                Expr vector,
                Evaluation evaluation) {
            if (Double.isNaN(histogram.sum())) {
                evaluation.info(
                        "input to histogram_fraction has NaN observations, which are excluded from all fractions"
                                + BucketNode.ofMetric(key.labels()),
                        vector.at());
            }
            return HistogramFraction.of(parameters.get(0)[step], parameters.get(1)[step], histogram);
        }
    }
}
