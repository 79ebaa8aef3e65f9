/** Scrapes, remote write and OTLP metrics, written into a sink of series. */
@NullMarked
package io.dawsos.observatory.ingest;

import org.jspecify.annotations.NullMarked;
