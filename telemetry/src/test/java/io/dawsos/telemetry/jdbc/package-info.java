@NullMarked
package io.dawsos.telemetry.jdbc;

import org.jspecify.annotations.NullMarked;
