/**
 * Database queries as spans. {@link io.dawsos.telemetry.jdbc.TracedDataSource} wraps a data source and changes nothing
 * of what is sent to the database.
 */
@NullMarked
package io.dawsos.telemetry.jdbc;

import org.jspecify.annotations.NullMarked;
