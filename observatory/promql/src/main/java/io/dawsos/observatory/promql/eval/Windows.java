package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.RangeMode;

/**
 * The windows of a range vector, one a step.
 *
 * @param times their right edges, inside of them
 * @param range their length; the left edge is outside
 * @param lookback how far before (anchored) and after (smoothed) a window samples are taken as well, for what stands at
 *     the edges
 */
record Windows(Moved times, long range, RangeMode mode, long lookback) {
    /** How much earlier than the left edge samples are taken. */
    long before() {
        return mode == RangeMode.PLAIN ? 0 : lookback;
    }

    /** How much later than the right edge. */
    long after() {
        return mode == RangeMode.SMOOTHED ? lookback : 0;
    }

    /** The first millisecond that any window needs. */
    long from() {
        return times.first() - range - before() + 1;
    }

    long to() {
        return times.last() + after();
    }
}
