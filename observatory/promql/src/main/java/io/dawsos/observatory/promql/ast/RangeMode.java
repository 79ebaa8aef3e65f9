package io.dawsos.observatory.promql.ast;

/** What a range takes at its edges. */
public enum RangeMode {
    /** The samples in it: after its left edge, up to its right edge. */
    PLAIN,
    /** Experimental: a sample stands at each edge, the last one before it. */
    ANCHORED,
    /** Experimental: a sample stands at each edge, interpolated between its neighbours. */
    SMOOTHED
}
