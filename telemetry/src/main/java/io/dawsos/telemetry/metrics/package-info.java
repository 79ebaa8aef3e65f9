/**
 * Metrics as Prometheus reads them. Enter at {@link io.dawsos.telemetry.metrics.Metrics}, which declares counters,
 * gauges, histograms and infos; {@link io.dawsos.telemetry.metrics.MetricsPage} writes them for a scrape. Labels are
 * closed sets, so that no request can add a series; histograms and counters carry the trace of their newest sampled
 * update.
 */
@NullMarked
package io.dawsos.telemetry.metrics;

import org.jspecify.annotations.NullMarked;
