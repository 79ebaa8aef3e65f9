package io.dawsos.telemetry.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class EnvironmentVariablesTest {

    @Test
    void property_anySpelling_isItsVariable() {
        Map<String, String> variables = EnvironmentVariables.of(environment(Map.of(
                "dawsos.log-format", "text",
                "otel.service.name", "shop",
                "enable-observability", "false",
                "environment", "test",
                "server.port", "1")));

        assertThat(variables)
                .containsEntry("DAWSOS_LOG_FORMAT", "text")
                .containsEntry("OTEL_SERVICE_NAME", "shop")
                .containsEntry("ENABLE_OBSERVABILITY", "false")
                .containsEntry("ENVIRONMENT", "test")
                .doesNotContainKey("SERVER_PORT");
    }

    @Test
    void property_inEarlierSource_goesBefore() {
        StandardEnvironment environment = environment(Map.of("dawsos.log.level", "INFO"));
        environment.getPropertySources().addFirst(new MapPropertySource("first", Map.of("DAWSOS_LOG_LEVEL", "DEBUG")));

        assertThat(EnvironmentVariables.of(environment)).containsEntry("DAWSOS_LOG_LEVEL", "DEBUG");
    }

    @Test
    void property_withPlaceholder_isResolved() {
        assertThat(EnvironmentVariables.of(environment(Map.of("otel.service.name", "${name}", "name", "shop"))))
                .containsEntry("OTEL_SERVICE_NAME", "shop");
    }

    private static StandardEnvironment environment(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("test", properties));
        return environment;
    }
}
