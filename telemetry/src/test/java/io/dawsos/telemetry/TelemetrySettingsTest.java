package io.dawsos.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.telemetry.log.LogFormat;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelemetrySettingsTest {

    @Test
    void from_nothingSet_defaults() {
        TelemetrySettings settings = TelemetrySettings.from(Map.of());

        assertThat(settings.enabled()).isTrue();
        assertThat(settings.environment()).isEqualTo("development");
        assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
        assertThat(settings.spanExporters()).isEqualTo("none");
        assertThat(settings.logExporters()).isEqualTo("none");
        assertThat(settings.spanQueue().size()).isEqualTo(2048);
        assertThat(settings.spanQueue().delay()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.logQueue().delay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.keepSlowerThan()).isNull();
        assertThat(settings.userIdKey()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENABLE_OBSERVABILITY           | yes       | environment variable ENABLE_OBSERVABILITY: wanted true or false, got "yes"
                    DAWSOS_TRACE_CONSOLE           | 1         | environment variable DAWSOS_TRACE_CONSOLE: wanted true or false, got "1"
                    DAWSOS_LOG_FORMAT              | xml       | environment variable DAWSOS_LOG_FORMAT: wanted one of [json, text], got "xml"
                    DAWSOS_LOG_LEVEL               | loud      | environment variable DAWSOS_LOG_LEVEL: wanted one of [DEBUG, INFO, WARNING, ERROR, CRITICAL], got "loud"
                    DAWSOS_KEEP_SLOWER_THAN        | fast      | environment variable DAWSOS_KEEP_SLOWER_THAN: wanted a duration such as 1.2s, 500ms or PT1.2S, got "fast"
                    DAWSOS_KEEP_SLOWER_THAN        | PT-1S     | environment variable DAWSOS_KEEP_SLOWER_THAN: wanted a duration such as 1.2s, 500ms or PT1.2S, got "PT-1S"
                    OTEL_BSP_MAX_QUEUE_SIZE        | 0         | environment variable OTEL_BSP_MAX_QUEUE_SIZE: wanted a whole number from 1 to 999999999, got "0"
                    OTEL_BSP_MAX_EXPORT_BATCH_SIZE | 4096      | environment variable OTEL_BSP_MAX_EXPORT_BATCH_SIZE: wanted at most OTEL_BSP_MAX_QUEUE_SIZE, 2048, got 4096
                    DAWSOS_HASH_USER_ID            | short     | environment variable DAWSOS_HASH_USER_ID: wanted a key of at least 16 characters, got one of 5
                    """)
    void from_badValue_refusedWithNameWantedAndCame(String variable, String value, String message) {
        assertThatThrownBy(() -> TelemetrySettings.from(Map.of(variable, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"1.2s,1200", "500ms,500", "500,500", "PT1.2S,1200", "2m,120000", "1h,3600000"})
    void keepSlowerThan_anySpelling_read(String value, long millis) {
        assertThat(TelemetrySettings.from(Map.of("DAWSOS_KEEP_SLOWER_THAN", value))
                        .keepSlowerThan())
                .isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void from_blankValue_countsAsAbsent() {
        TelemetrySettings settings =
                TelemetrySettings.from(Map.of("ENABLE_OBSERVABILITY", "", "OTEL_EXPORTER_OTLP_ENDPOINT", " "));

        assertThat(settings.enabled()).isTrue();
        assertThat(settings.spanExporters()).isEqualTo("none");
    }

    @Test
    void spanExporters_onlyTracesHaveATarget_logsHaveNone() {
        TelemetrySettings settings =
                TelemetrySettings.from(Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://localhost:4317"));

        assertThat(settings.spanExporters()).isEqualTo("otlp");
        assertThat(settings.logExporters()).isEqualTo("none");
    }

    @Test
    void traceConsole_targetSet_ignored() {
        assertThat(TelemetrySettings.from(Map.of("DAWSOS_TRACE_CONSOLE", "true"))
                        .traceConsole())
                .isTrue();
        assertThat(TelemetrySettings.from(Map.of(
                                "DAWSOS_TRACE_CONSOLE", "true", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317"))
                        .traceConsole())
                .isFalse();
    }

    @Test
    void withService_environmentSaysOtherwise_environmentWins() {
        Map<String, String> environment = Map.of(
                "OTEL_SERVICE_NAME", "named", "OTEL_RESOURCE_ATTRIBUTES", "service.name=other,service.version=2%2B1");

        TelemetrySettings settings = TelemetrySettings.from(environment).withService("portfolio", "0.1.0");

        assertThat(settings.serviceName()).isEqualTo("named");
        assertThat(settings.serviceVersion()).isEqualTo("2+1");
        assertThat(TelemetrySettings.from(Map.of())
                        .withService("portfolio", "0.1.0")
                        .serviceName())
                .isEqualTo("portfolio");
    }

    @Test
    void toString_secretsSet_notShown() {
        TelemetrySettings settings = TelemetrySettings.from(Map.of(
                "OTEL_EXPORTER_OTLP_HEADERS", "authorization=s3cr3t",
                "DAWSOS_HASH_USER_ID", "s3cr3ts3cr3ts3cr3t"));

        assertThat(settings.toString()).doesNotContain("s3cr3t");
    }
}
