package io.dawsos.telemetry.spring;

import org.jspecify.annotations.Nullable;

/**
 * Where a request was meant to go.
 *
 * @param template the route's template, as the span's {@code http.route}; null when no route fits
 * @param endpoint the value of the metrics' {@code endpoint} label
 */
record Route(@Nullable String template, String endpoint) {

    /** Unmatched paths, all of them one: whoever tries paths must not make series. */
    static final Route OTHER = new Route(null, "other");

    /** Files that a resource handler serves. */
    static final Route STATIC = new Route(null, "static");
}
