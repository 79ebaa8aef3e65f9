/**
 * Where the data lies: the PostgreSQL that the service brings along or one that is given, and what the service says
 * while it is away. Enter at {@link io.dawsos.portfolio.database.DatabaseConfiguration}.
 */
@NullMarked
package io.dawsos.portfolio.database;

import org.jspecify.annotations.NullMarked;
