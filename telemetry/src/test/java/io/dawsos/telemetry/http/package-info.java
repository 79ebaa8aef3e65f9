@NullMarked
package io.dawsos.telemetry.http;

import org.jspecify.annotations.NullMarked;
