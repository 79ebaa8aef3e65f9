package io.dawsos.telemetry.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Starts telemetry as soon as the settings are known and Spring Boot has set up its logging, so that the lines of the
 * start-up itself are written as the service's log lines are. The context takes it over when there is one.
 */
final class TelemetryStarter implements ApplicationListener<ApplicationEvent>, Ordered {

    private @Nullable RunningTelemetry running;

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
            running = RunningTelemetry.start(prepared.getEnvironment());
            running.telemetry().health().starting();
        } else if (running != null) {
            follow(running, event);
        }
    }

    private static void follow(RunningTelemetry running, ApplicationEvent event) {
        switch (event) {
            case ApplicationContextInitializedEvent made -> running.register(made.getApplicationContext());
            case ApplicationStartedEvent started -> running.contextStarted();
            case ApplicationReadyEvent ready -> running.telemetry().health().started();
            case ContextClosedEvent closed -> running.closing(closed.getApplicationContext());
            // The report of the failure is yet to be logged, so this cannot be closed here.
            case ApplicationFailedEvent failed ->
                SpringApplication.getShutdownHandlers().add(running::close);
            default -> {}
        }
    }
}
