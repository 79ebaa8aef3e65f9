package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.Telemetry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;

/** {@code java.net.http.HttpClient} beans carry the trace on. */
@AutoConfiguration(after = TelemetryAutoConfiguration.class)
class TelemetryClientAutoConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static HttpClientPostProcessor dawsosHttpClientPostProcessor(ObjectProvider<Telemetry> telemetry) {
        return new HttpClientPostProcessor(telemetry);
    }
}
