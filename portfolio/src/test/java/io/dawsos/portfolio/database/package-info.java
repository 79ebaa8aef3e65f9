@NullMarked
package io.dawsos.portfolio.database;

import org.jspecify.annotations.NullMarked;
