package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.Telemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.context.annotation.Bean;

/** What Spring Boot's {@code RestClient.Builder} and {@code RestTemplateBuilder} make carries the trace on. */
@AutoConfiguration(after = TelemetryAutoConfiguration.class)
@ConditionalOnClass(RestClientCustomizer.class)
class TelemetryRestClientAutoConfiguration {

    @Bean
    RestClientCustomizer dawsosRestClientCustomizer(Telemetry telemetry) {
        return builder -> {
            if (telemetry.enabled()) {
                builder.requestInterceptor(new TracingInterceptor(telemetry));
            }
        };
    }

    @Bean
    RestTemplateCustomizer dawsosRestTemplateCustomizer(Telemetry telemetry) {
        return template -> {
            if (telemetry.enabled()) {
                template.getInterceptors().add(new TracingInterceptor(telemetry));
            }
        };
    }
}
