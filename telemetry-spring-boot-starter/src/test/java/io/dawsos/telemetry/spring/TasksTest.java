package io.dawsos.telemetry.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.telemetry.RequestCtx;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;

class TasksTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @SuppressWarnings("try") // the scope is there to be closed
    void task_ofSpringsExecutor_runsInItsRequest(boolean virtualThreads) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        TelemetryAutoConfiguration.class,
                        TelemetryTaskAutoConfiguration.class,
                        TaskExecutionAutoConfiguration.class,
                        TaskSchedulingAutoConfiguration.class))
                .withPropertyValues("spring.threads.virtual.enabled=" + virtualThreads)
                .withBean("applicationsOwn", TaskDecorator.class, () -> task -> task)
                .run(context -> {
                    CompletableFuture<@Nullable String> seen = new CompletableFuture<>();
                    try (Scope scope = RequestCtx.EMPTY.withRequestId("r-1").makeCurrent()) {
                        context.getBean("applicationTaskExecutor", AsyncTaskExecutor.class)
                                .execute(
                                        () -> seen.complete(RequestCtx.current().requestId()));
                    }
                    assertThat(seen.get(5, TimeUnit.SECONDS)).isEqualTo("r-1");
                });
    }
}
