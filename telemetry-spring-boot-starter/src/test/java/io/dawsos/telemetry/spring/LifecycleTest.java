package io.dawsos.telemetry.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.telemetry.Telemetry;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From the first log line of a start to the last of a stop. */
@ExtendWith(OutputCaptureExtension.class)
class LifecycleTest {

    private static final Logger LOG = LoggerFactory.getLogger(LifecycleTest.class);

    @Test
    void setting_refused_isSaidPlainly(CapturedOutput output) {
        assertThatThrownBy(() -> Shop.open("dawsos.log-format=yaml"))
                .hasMessageContainingAll("DAWSOS_LOG_FORMAT", "yaml");
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START", "DAWSOS_LOG_FORMAT")
                .doesNotContain("at io.dawsos");
    }

    @Test
    void start_failing_isLoggedAsJson(CapturedOutput output) {
        assertThatThrownBy(() -> Shop.open(List.of(Broken.class), Shop.NO_SECURITY))
                .hasStackTraceContaining("no glue");
        assertThat(HttpRequestsTest.line(output, "Application run failed"))
                .startsWith("{\"timestamp\"")
                .contains("no glue");
    }

    @Test
    void stop_lastLineOfBeans_isStillWritten(CapturedOutput output) {
        try (Shop shop = Shop.open(List.of(Farewell.class), Shop.NO_SECURITY)) {
            assertThat(shop.get("/articles/7").statusCode()).isEqualTo(200);
        }
        assertThat(HttpRequestsTest.line(output, "goodbye")).startsWith("{\"timestamp\"");
    }

    @Test
    void loggingLevels_bySpring_stand(CapturedOutput output) {
        try (Shop shop =
                Shop.open(Shop.NO_SECURITY, "logging.level.com.example.shop=WARN", "logging.level.root=DEBUG")) {
            shop.get("/articles/level");
        }
        assertThat(HttpRequestsTest.line(output, "GET \\\"/articles/level")).contains("\"level\":\"DEBUG\"");
        assertThat(output.getOut()).doesNotContain("article shown");
    }

    @Test
    void telemetry_ofTheApplication_goesBefore() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TelemetryAutoConfiguration.class))
                .withBean("own", Telemetry.class, Telemetry::disabled)
                .run(context ->
                        assertThat(context).hasSingleBean(Telemetry.class).hasBean("own"));
    }

    @Test
    void telemetry_withoutSpringApplication_isStarted() {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(TelemetryAutoConfiguration.class, TelemetryClientAutoConfiguration.class))
                .withPropertyValues("otel.service.name=runner")
                .withBean(HttpClient.class, HttpClient::newHttpClient)
                .run(context -> {
                    assertThat(context.getBean(Telemetry.class).settings().serviceName())
                            .isEqualTo("runner");
                    assertThat(context.getBean(HttpClient.class))
                            .isInstanceOf(io.dawsos.telemetry.http.TracedHttpClient.class);
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Broken {
        @Bean
        String broken() {
            throw new IllegalStateException("no glue");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Farewell {
        @Bean
        AutoCloseable farewell() {
            return () -> LOG.info("goodbye");
        }
    }
}
