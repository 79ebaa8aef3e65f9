/** What tests of telemetry need, in other modules too: a real OTLP receiver. */
@NullMarked
package io.dawsos.telemetry.testing;

import org.jspecify.annotations.NullMarked;
