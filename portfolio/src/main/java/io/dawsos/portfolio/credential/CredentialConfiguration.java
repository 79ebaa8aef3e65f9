package io.dawsos.portfolio.credential;

import io.dawsos.portfolio.Settings;
import io.dawsos.telemetry.Telemetry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Shows when credentials expire, by the settings that {@link Credential} names. */
@Configuration(proxyBeanMethods = false)
public class CredentialConfiguration {

    @Bean
    CredentialMetrics credentialMetrics(Environment environment, Settings settings, Telemetry telemetry) {
        return new CredentialMetrics(Expiries.from(settings.zone(), environment::getProperty), telemetry.metrics());
    }
}
