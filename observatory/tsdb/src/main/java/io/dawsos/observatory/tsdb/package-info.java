/**
 * A durable store of time series for one process. {@link io.dawsos.observatory.tsdb.TimeSeriesStore} is where to enter: it
 * is opened on a folder, appended to in batches, and read as a {@link io.dawsos.observatory.model.SeriesSource}.
 */
@NullMarked
package io.dawsos.observatory.tsdb;

import org.jspecify.annotations.NullMarked;
