package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.Telemetry;
import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Keeps the framework from seeing a request a second time. Ours is the only {@link OpenTelemetry}, so that what else
 * traces, Micrometer's bridge too, adds to the same traces; and the observations that would repeat our spans are off.
 */
@AutoConfiguration(
        after = TelemetryAutoConfiguration.class,
        beforeName = "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration")
class TelemetryObservationAutoConfiguration {

    /** Closed with the telemetry that it belongs to. */
    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    OpenTelemetry openTelemetry(Telemetry telemetry) {
        return telemetry.openTelemetry();
    }

    /** Apart, as its signature needs Micrometer and Spring Web. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({ObservationPredicate.class, ServerRequestObservationContext.class})
    static class Observations {

        /** Reactive servers and clients are not seen by this module, and keep theirs. */
        @Bean
        ObservationPredicate dawsosHttpSeenOnce(Telemetry telemetry) {
            return (name, context) -> !telemetry.enabled()
                    || !(context instanceof ServerRequestObservationContext
                            || context instanceof ClientRequestObservationContext);
        }
    }
}
