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

    /**
     * Takes what another of the same kind has.
     *
     * @return false, with nothing taken, when one has custom boundaries and the other has not
     */
    public boolean add(HistogramTotal other) {
        NativeHistogram mine = sum;
        NativeHistogram theirs = other.sum;
        if (theirs == null) {
            return true;
        }
        if (mine != null && mine.hasCustomBoundaries() != theirs.hasCustomBoundaries()) {
            return false;
        }
        afterReset |= other.afterReset;
        afterNoReset |= other.afterNoReset;
        reconciled |= other.reconciled;
        if (mine == null) {
            sum = theirs;
            lost = other.lost;
            incremental = other.incremental;
        } else {
            combine(mine, theirs, other);
        }
        count += other.count;
        return true;
    }

    private void combine(NativeHistogram mine, NativeHistogram theirs, HistogramTotal other) {
        if (!incremental && !other.incremental) {
            HistogramSum next = HistogramMath.add(mine, theirs);
            if (!average || !overflows(next.histogram())) {
                take(mine, theirs, next, lost);
                lost = plus(lost, other.lost);
                return;
            }
        }
        double all = count + other.count;
        double share = incremental ? count / all : 1 / all;
        double otherShare = other.incremental ? other.count / all : 1 / all;
        incremental = true;
        NativeHistogram a = HistogramMath.scale(mine, share);
        NativeHistogram b = HistogramMath.scale(theirs, otherShare);
        take(a, b, HistogramMath.add(a, b), scaled(lost, share));
        lost = plus(lost, scaled(other.lost, otherShare));
    }

    private static @Nullable NativeHistogram scaled(@Nullable NativeHistogram h, double factor) {
        return h == null ? null : HistogramMath.scale(h, factor);
    }

    private static @Nullable NativeHistogram plus(@Nullable NativeHistogram a, @Nullable NativeHistogram b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return HistogramMath.add(a, b).histogram();
    }

    private void keepMean(NativeHistogram mean, NativeHistogram h) {
        double share = (count - 1) / count;
        NativeHistogram rest = scaled(lost, share);
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
        boolean infinite =
                Double.isInfinite(h.zeroCount()) || Double.isInfinite(h.count()) || Double.isInfinite(h.sum());
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
