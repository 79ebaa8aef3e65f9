/**
 * Telemetry for a Spring Boot service by being on its class path: every request a span, counted, timed and logged with
 * its ids; every {@code DataSource}, HTTP client and task executor carries the trace on. An application meets only
 * {@link io.dawsos.telemetry.spring.Endpoint} and {@link io.dawsos.telemetry.spring.HttpTelemetry}.
 */
@NullMarked
package io.dawsos.telemetry.spring;

import org.jspecify.annotations.NullMarked;
