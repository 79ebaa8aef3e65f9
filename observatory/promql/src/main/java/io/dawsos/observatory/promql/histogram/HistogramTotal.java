package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sum or the average of native histograms, added one by one, with what rounding takes off kept beside it. Where the
 * sum of an average is too large for doubles, it goes on as a mean that is kept up one by one. For one thread.
 */
public final class HistogramTotal {
    private final boolean average;
    private @Nullable NativeHistogram sum;
    private @Nullable NativeHistogram lost;
    private double count;
    private boolean incremental;
    private boolean afterReset;
    private boolean afterNoReset;
    private boolean reconciled;

    public HistogramTotal(boolean average) {
        this.average = average;
    }

    /** How many were added. */
    public double count() {
        return count;
    }

    /** Whether some were known to follow a counter reset and others known not to. */
    public boolean resetsCollide() {
        return afterReset && afterNoReset;
    }

    /** Whether custom boundaries differed, so that only those in common are left. */
    public boolean boundariesReconciled() {
        return reconciled;
    }

    /** False, with nothing added, when one has custom boundaries and the others have not. */
    public boolean add(NativeHistogram h) {
        NativeHistogram before = sum;
        if (before != null && before.hasCustomBoundaries() != h.hasCustomBoundaries()) {
            return false;
        }
        afterReset |= h.counterReset() == CounterReset.RESET;
        afterNoReset |= h.counterReset() == CounterReset.NOT_RESET;
        count++;
        if (before == null) {
            sum = h;
            return true;
        }
        if (!incremental) {
            HistogramSum next = HistogramMath.add(before, h);
            if (!average || !overflows(next.histogram())) {
                take(before, h, next, lost);
                return true;
            }
            incremental = true;
            before = HistogramMath.divide(before, count - 1);
            lost = lost == null ? null : HistogramMath.divide(lost, count - 1);
        }
        keepMean(before, h);
        return true;
    }

    private void keepMean(NativeHistogram mean, NativeHistogram h) {
        double share = (count - 1) / count;
        NativeHistogram rest = lost == null ? null : HistogramMath.scale(lost, share);
        NativeHistogram most = HistogramMath.scale(mean, share);
        NativeHistogram part = HistogramMath.divide(h, count);
        take(most, part, HistogramMath.add(most, part), rest);
    }

    private void take(NativeHistogram before, NativeHistogram h, HistogramSum next, @Nullable NativeHistogram rest) {
        reconciled |= next.boundariesReconciled();
        sum = next.histogram();
        lost = Compensation.of(before, h, next.histogram(), rest);
    }

    private static boolean overflows(NativeHistogram h) {
        boolean infinite = Double.isInfinite(h.zeroCount()) || Double.isInfinite(h.count()) || Double.isInfinite(h.sum());
        return infinite || SparseBuckets.anyInfinite(h.positive()) || SparseBuckets.anyInfinite(h.negative());
    }

    /** @throws NullPointerException when nothing was added */
    public NativeHistogram result() {
        NativeHistogram all = Objects.requireNonNull(sum, "nothing was added");
        NativeHistogram total = all;
        NativeHistogram rest = lost;
        double divisor = average && !incremental ? count : 1;
        if (divisor != 1) {
            total = HistogramMath.divide(total, divisor);
            rest = rest == null ? null : HistogramMath.divide(rest, divisor);
        }
        if (rest != null) {
            total = Compensation.apply(total, rest);
        }
        return total;
    }
}
