/**
 * What a scraped target answers: Prometheus's text, OpenMetrics, and Prometheus's protobuf. Enter at {@link
 * io.dawsos.observatory.ingest.exposition.ExpositionParser}.
 */
@NullMarked
package io.dawsos.observatory.ingest.exposition;

import org.jspecify.annotations.NullMarked;
