/** Arithmetic on native histograms: addition, scaling, resolution, quantiles, trimming. */
@NullMarked
package io.dawsos.observatory.promql.histogram;

import org.jspecify.annotations.NullMarked;
