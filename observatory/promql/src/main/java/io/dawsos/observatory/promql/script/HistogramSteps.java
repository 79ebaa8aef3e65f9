package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import java.util.Map;
import java.util.TreeMap;

/** A sequence of histograms that grows by a step of the same resolution or a finer one. */
final class HistogramSteps {
    private HistogramSteps() {}

    /** @throws IllegalArgumentException when the step cannot be added */
    static NativeHistogram next(NativeHistogram value, NativeHistogram step, int sign) {
        int finer = step.schema() - value.schema();
        if (finer < 0
                || value.hasCustomBoundaries() != step.hasCustomBoundaries()
                || !value.customBoundaries().equals(step.customBoundaries())) {
            throw new IllegalArgumentException(
                    "a sequence of histograms wants a step of the same schema or a higher one, and equal custom_values");
        }
        return new NativeHistogram(
                value.schema(),
                Math.max(value.zeroThreshold(), step.zeroThreshold()),
                value.zeroCount() + sign * step.zeroCount(),
                value.count() + sign * step.count(),
                value.sum() + sign * step.sum(),
                sum(value.positive(), step.positive(), sign, finer),
                sum(value.negative(), step.negative(), sign, finer),
                value.customBoundaries(),
                reset(value.counterReset(), step.counterReset()));
    }

    private static CounterReset reset(CounterReset value, CounterReset step) {
        if (value == step) {
            return value;
        }
        boolean gauge = value == CounterReset.GAUGE || step == CounterReset.GAUGE;
        return gauge ? CounterReset.GAUGE : CounterReset.UNKNOWN;
    }

    private static Buckets sum(Buckets value, Buckets step, int sign, int finer) {
        Map<Integer, Double> sums = new TreeMap<>();
        for (int i = 0; i < value.size(); i++) {
            sums.put(value.index(i), value.count(i));
        }
        for (int i = 0; i < step.size(); i++) {
            // 2^finer buckets of the step lie in one of the value.
            sums.merge(((step.index(i) - 1) >> finer) + 1, sign * step.count(i), Double::sum);
        }
        return new Buckets(
                sums.keySet().stream().mapToInt(Integer::intValue).toArray(),
                sums.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
