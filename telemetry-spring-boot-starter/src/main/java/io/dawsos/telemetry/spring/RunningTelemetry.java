package io.dawsos.telemetry.spring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.TelemetrySettings;
import io.dawsos.telemetry.log.LogSetup;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The telemetry of an application, from before its context until after it. Beans are destroyed in the reverse order of
 * their registration: registered before all others, it is closed when the last of them has logged its last line.
 */
final class RunningTelemetry implements DisposableBean, AutoCloseable {

    private static final String BEAN = "dawsosRunningTelemetry";

    private final Telemetry telemetry;
    private final LogSetup logs;
    private volatile @Nullable ApplicationContext context;
    private volatile boolean contextStarted;

    private RunningTelemetry(Telemetry telemetry, LogSetup logs) {
        this.telemetry = telemetry;
        this.logs = logs;
    }

    /** @throws RefusedSetting naming the setting that is wrong, what was wanted and what came */
    static RunningTelemetry start(ConfigurableEnvironment environment) {
        try {
            return unchecked(environment);
        } catch (IllegalArgumentException e) {
            throw new RefusedSetting(e);
        }
    }

    private static RunningTelemetry unchecked(ConfigurableEnvironment environment) {
        Map<String, String> variables = EnvironmentVariables.of(environment);
        TelemetrySettings settings = TelemetrySettings.from(variables)
                .withService(
                        environment.getProperty("spring.application.name", "application"),
                        environment.getProperty("spring.application.version", "unknown"));
        Telemetry telemetry = Telemetry.start(settings);
        return new RunningTelemetry(telemetry, install(telemetry, variables.containsKey("DAWSOS_LOG_LEVEL")));
    }

    /** @param levelSaid whether our setting gives the root logger's level; else Spring's {@code logging.level} stands */
    private static LogSetup install(Telemetry telemetry, boolean levelSaid) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level level = root.getLevel();
        LogSetup logs = telemetry.logs().install();
        if (!levelSaid) {
            root.setLevel(level);
        }
        return logs;
    }

    Telemetry telemetry() {
        return telemetry;
    }

    void register(ConfigurableApplicationContext with) {
        context = with;
        ConfigurableListableBeanFactory beans = with.getBeanFactory();
        beans.registerSingleton(BEAN, this);
        if (beans instanceof DefaultSingletonBeanRegistry registry) {
            registry.registerDisposableBean(BEAN, this);
        }
    }

    /** Takes itself out of rotation with its context, not with a child of it. */
    void closing(ApplicationContext closing) {
        if (closing.equals(context)) {
            telemetry.health().stopping();
        }
    }

    void contextStarted() {
        contextStarted = true;
    }

    /** A context that failed to start destroys its beans before the failure is logged: then this is not the end. */
    @Override
    public void destroy() {
        if (contextStarted) {
            close();
        }
    }

    @Override
    public void close() {
        logs.close();
        telemetry.close();
    }
}
