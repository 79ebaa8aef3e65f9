/** Prometheus's HTTP API over the store and the query engine: one class an endpoint, entered by {@link PrometheusApi}. */
@NullMarked
package io.dawsos.observatory.server.api;

import org.jspecify.annotations.NullMarked;
