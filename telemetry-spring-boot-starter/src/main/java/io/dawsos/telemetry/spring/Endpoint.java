package io.dawsos.telemetry.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The short name of a handler method as the {@code endpoint} label of the HTTP metrics shows it. Without it the label is
 * the route's template.
 *
 * <pre>{@code
 * @Endpoint(value = "/valuation", cached = true)
 * @GetMapping("/v1/portfolios/{id}/valuation")
 * Valuation valuation(@PathVariable UUID id) { ... }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Endpoint {

    /** Of low cardinality, starting with a slash by custom. */
    String value();

    /** Whether the method calls {@link HttpTelemetry#cacheHit}: its series for both outcomes then exist from the start. */
    boolean cached() default false;
}
