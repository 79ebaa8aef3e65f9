package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.NativeHistogram;

/**
 * Two histograms added or subtracted, and what a query's user should be told of it.
 *
 * @param resetsCollide whether one was known to follow a counter reset and the other was known not to
 * @param boundariesReconciled whether custom boundaries differed, so that only those in common are left
 */
public record HistogramSum(NativeHistogram histogram, boolean resetsCollide, boolean boundariesReconciled) {}
