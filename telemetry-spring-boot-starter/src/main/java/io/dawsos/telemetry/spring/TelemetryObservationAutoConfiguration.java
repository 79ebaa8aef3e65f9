package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.Telemetry;
import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.api.OpenTelemetry;
import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps the framework from seeing a request a second time. Ours is the only {@link OpenTelemetry}, so that what else
 * traces, Micrometer's bridge too, adds to the same traces; and the observations that would repeat our spans are off.
 */
@AutoConfiguration(
        after = TelemetryAutoConfiguration.class,
        beforeName = "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration")
class TelemetryObservationAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    OpenTelemetry openTelemetry(Telemetry telemetry) {
        return telemetry.openTelemetry();
    }

    /** Apart, as its signature needs Micrometer. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationPredicate.class)
    static class Observations {

        private static final Set<String> OURS = Set.of("http.server.requests", "http.client.requests");

        @Bean
        ObservationPredicate dawsosHttpSeenOnce(Telemetry telemetry) {
            return (name, context) -> !(telemetry.enabled() && OURS.contains(name));
        }
    }
}
