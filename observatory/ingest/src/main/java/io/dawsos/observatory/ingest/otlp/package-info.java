/**
 * OTLP metrics as series, by Prometheus's rules. Enter at {@link io.dawsos.observatory.ingest.otlp.OtlpMetrics}.
 */
@NullMarked
package io.dawsos.observatory.ingest.otlp;

import org.jspecify.annotations.NullMarked;
