package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.Telemetry;
import io.opentelemetry.context.Context;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.TaskDecorator;

/**
 * Carries the request's context to what Spring's executors run for it: {@code @Async}, asynchronous answers, schedulers.
 * Spring Boot joins it with the application's own decorators.
 */
@AutoConfiguration(after = TelemetryAutoConfiguration.class)
class TelemetryTaskAutoConfiguration {

    @Bean
    TaskDecorator dawsosContextTaskDecorator(Telemetry telemetry) {
        return telemetry.enabled() ? task -> Context.current().wrap(task) : task -> task;
    }
}
