/**
 * What the observatory's parts speak of: {@link io.dawsos.observatory.model.Labels}, {@link
 * io.dawsos.observatory.model.Matcher}, {@link io.dawsos.observatory.model.Samples}, {@link
 * io.dawsos.observatory.model.NativeHistogram}, and {@link io.dawsos.observatory.model.SeriesSource}, by which a query
 * engine reads a store without knowing which. Depends on nothing of the observatory.
 *
 * <p>Times are milliseconds since the Unix epoch, UTC, as {@code long}.
 */
@NullMarked
package io.dawsos.observatory.model;

import org.jspecify.annotations.NullMarked;
