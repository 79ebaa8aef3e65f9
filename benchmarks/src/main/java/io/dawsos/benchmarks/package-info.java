/** JMH benchmarks of the telemetry library's hot parts: enter at {@link io.dawsos.benchmarks.JmhRun}. */
@NullMarked
package io.dawsos.benchmarks;

import org.jspecify.annotations.NullMarked;
