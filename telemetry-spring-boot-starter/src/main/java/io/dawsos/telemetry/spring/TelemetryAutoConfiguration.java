package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.health.Health;
import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.redact.Redactor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/** {@link Telemetry} and its parts as beans. A bean of the application's own goes before. */
@AutoConfiguration
class TelemetryAutoConfiguration {

    /** Closed as {@link RunningTelemetry}, after every other bean. */
    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    Telemetry telemetry(
            ObjectProvider<RunningTelemetry> running,
            ConfigurableEnvironment environment,
            ConfigurableListableBeanFactory beans) {
        return running.getIfAvailable(() -> {
                    // A context that no SpringApplication made.
                    RunningTelemetry started = RunningTelemetry.start(environment);
                    started.register(beans);
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
