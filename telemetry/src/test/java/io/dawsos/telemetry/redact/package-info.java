@NullMarked
package io.dawsos.telemetry.redact;

import org.jspecify.annotations.NullMarked;
