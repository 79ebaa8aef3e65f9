package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.histogram.HistogramMath;
import io.dawsos.observatory.promql.histogram.IncompatibleBoundsException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instant vector selector with {@code smoothed}: at each step the value on the line between the samples before and
 * after it, no further away than the lookback; with none after, the one before.
 */
final class SmoothedNode extends VectorNode {
    private final Expr.VectorSelector selector;
    private final Moved times;
    private final long lookback;

    SmoothedNode(Expr.VectorSelector selector, Moved times, long lookback) {
        super(selector, List.of());
        this.selector = selector;
        this.times = times;
        this.lookback = lookback;
    }

    @Override
    Rows open(Evaluation evaluation) {
        SeriesReader reader =
                new SeriesReader(evaluation, selector.matchers(), times, lookback, lookback, false, stats);
        return new Rows() {
            @Override
            public int size() {
                return reader.size();
            }

            @Override
            public RowKey key(int row) {
                return reader.key(row);
            }

            @Override
            public Column column(int row, Worker worker) {
                reader.read(row, worker, worker.samples);
                worker.samples.dropStale();
                Column column = new Column(times.count());
                String metric = reader.key(row).labels().metricName();
                for (int step = 0; step < times.count(); step++) {
                    set(worker.samples, metric, evaluation, column, step);
                }
                return column;
            }

            @Override
            public boolean distinctUnnamed() {
                return reader.oneName();
            }
        };
    }

    private void set(Samples samples, String metric, Evaluation evaluation, Column column, int step) {
        long time = times.at(step);
        int after = firstFrom(samples, time);
        if (after < samples.size() && samples.timestamp(after) == time) {
            copy(samples, after, column, step);
            return;
        }
        int before = after - 1;
        if (before < 0 || samples.timestamp(before) <= time - lookback) {
            return;
        }
        if (after == samples.size() || samples.timestamp(after) > time + lookback) {
            copy(samples, before, column, step);
            return;
        }
        double share =
                (double) (time - samples.timestamp(before)) / (samples.timestamp(after) - samples.timestamp(before));
        NativeHistogram from = samples.histogram(before);
        NativeHistogram to = samples.histogram(after);
        if (from == null && to == null) {
            double value = samples.value(before);
            column.set(step, value + (samples.value(after) - value) * share);
        } else {
            histogram(from, to, share, metric, evaluation, column, step);
        }
    }

    private void histogram(
            @Nullable NativeHistogram from,
            @Nullable NativeHistogram to,
            double share,
            String metric,
            Evaluation evaluation,
            Column column,
            int step) {
        if (from == null || to == null) {
            warn("encountered a mix of histograms and floats for metric name", metric, evaluation);
            return;
        }
        try {
            column.set(step, between(from, to, share));
        } catch (IncompatibleBoundsException e) {
            warn(
                    "vector contains a mix of histograms with exponential and custom buckets schemas for metric name",
                    metric,
                    evaluation);
        }
    }

    private void warn(String message, String metric, Evaluation evaluation) {
        evaluation.warn(message + " " + GoString.quoted(metric), selector.at());
    }

    /** A counter that was reset in between has begun at nothing. */
    private static NativeHistogram between(NativeHistogram from, NativeHistogram to, double share) {
        NativeHistogram part = HistogramMath.scale(to, share);
        boolean gauge = from.counterReset() == CounterReset.GAUGE || to.counterReset() == CounterReset.GAUGE;
        if (!gauge
                && from.hasCustomBoundaries() == to.hasCustomBoundaries()
                && HistogramMath.isCounterReset(from, to)) {
            return part;
        }
        return HistogramMath.compact(
                HistogramMath.add(HistogramMath.scale(from, 1 - share), part).histogram());
    }

    private static int firstFrom(Samples samples, long time) {
        int low = 0;
        int high = samples.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (samples.timestamp(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void copy(Samples samples, int i, Column column, int step) {
        NativeHistogram histogram = samples.histogram(i);
        if (histogram == null) {
            column.set(step, samples.value(i));
        } else {
            column.set(step, histogram);
        }
    }
}
