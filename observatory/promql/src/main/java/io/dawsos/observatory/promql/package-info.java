/**
 * PromQL for the JVM. {@link io.dawsos.observatory.promql.PromQl} parses and formats, the engine evaluates over any
 * {@link io.dawsos.observatory.model.SeriesSource}.
 */
@NullMarked
package io.dawsos.observatory.promql;

import org.jspecify.annotations.NullMarked;
