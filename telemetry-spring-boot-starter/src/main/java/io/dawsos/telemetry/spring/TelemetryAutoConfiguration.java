package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.health.Health;
import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.redact.Redactor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** {@link Telemetry} and its parts as beans. A bean of the application's own goes before. */
@AutoConfiguration
class TelemetryAutoConfiguration {

    /** Closed as {@link RunningTelemetry}, after every other bean. */
    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    Telemetry telemetry(ObjectProvider<RunningTelemetry> running, ConfigurableApplicationContext context) {
        return running.getIfAvailable(() -> {
                    // A context that no SpringApplication made.
                    RunningTelemetry started = RunningTelemetry.start(context.getEnvironment());
                    started.register(context);
                    started.contextStarted();
                    return started;
                })
                .telemetry();
    }

    @Bean
    @ConditionalOnMissingBean
    Metrics metrics(Telemetry telemetry) {
        return telemetry.metrics();
    }

    @Bean
    @ConditionalOnMissingBean
    Health health(Telemetry telemetry) {
        return telemetry.health();
    }

    @Bean
    @ConditionalOnMissingBean
    Redactor redactor(Telemetry telemetry) {
        return telemetry.redactor();
    }
}
