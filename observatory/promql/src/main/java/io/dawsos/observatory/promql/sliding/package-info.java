/**
 * Functions over ranges, worked out for all windows of a series at once. Where windows overlap, what one has gathered
 * serves the next: the work grows with the samples, not with the samples times the windows. Enter by {@link
 * io.dawsos.observatory.promql.sliding.SlidingFunction#of}.
 */
@NullMarked
package io.dawsos.observatory.promql.sliding;

import org.jspecify.annotations.NullMarked;
