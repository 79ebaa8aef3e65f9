/** PromQL engine and time-series store beside a real Prometheus: the same samples, the same queries, one run. */
@NullMarked
package io.dawsos.benchmarks.series;

import org.jspecify.annotations.NullMarked;
