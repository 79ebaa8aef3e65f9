package io.dawsos.telemetry.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Starts telemetry as soon as the settings are known and Spring Boot has set up its logging, so that the lines of the
 * start-up itself are written as the service's log lines are. The context takes it over when there is one.
 */
final class TelemetryStarter implements ApplicationListener<SpringApplicationEvent>, Ordered {

    private @Nullable RunningTelemetry running;

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
            running = RunningTelemetry.start(prepared.getEnvironment());
            return;
        }
        RunningTelemetry started = running;
        if (started == null) {
            return;
        }
        switch (event) {
            case ApplicationContextInitializedEvent made ->
                started.register(made.getApplicationContext().getBeanFactory());
            case ApplicationStartedEvent done -> started.contextStarted();
            // The report of the failure is yet to be logged, so this cannot be closed here.
            case ApplicationFailedEvent failed ->
                SpringApplication.getShutdownHandlers().add(started::close);
            default -> {}
        }
    }
}
