package io.dawsos.portfolio.provider;

import io.dawsos.telemetry.Telemetry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The providers as the environment sets them up. */
@Configuration(proxyBeanMethods = false)
@Import(ProviderController.class)
public class ProviderConfiguration {

    @Bean
    Providers providers(Environment environment, Telemetry telemetry, Clock clock) {
        return Providers.of(ProviderSettings.from(environment::getProperty), telemetry, clock);
    }
}
