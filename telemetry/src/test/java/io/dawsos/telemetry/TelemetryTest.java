package io.dawsos.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dawsos.telemetry.log.LogSetup;
import io.dawsos.telemetry.testing.OtlpReceiver;
import io.dawsos.telemetry.testing.OtlpReceiver.Behaviour;
import io.dawsos.telemetry.trace.Values;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TelemetryTest {

    @Test
    void start_endpointSet_spansArriveWithTheirResource() throws IOException {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            TelemetrySettings settings = TelemetrySettings.from(
                            Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(), "ENVIRONMENT", "test"))
                    .withService("portfolio", "1.2.3");
            try (Telemetry telemetry = Telemetry.start(settings)) {
                telemetry.capability("calculation").execute(_ -> {});
            }

            assertThat(receiver.spans()).hasSize(1);
            ResourceSpans resource = receiver.resourceSpans().getFirst();
            assertThat(OtlpReceiver.attributes(resource.getResource().getAttributesList()))
                    .containsEntry("service.name", "portfolio")
                    .containsEntry("service.version", "1.2.3")
                    .containsEntry("deployment.environment.name", "test");
        }
    }

    @Test
    void logs_endpointSet_linesArriveAsRecordsOfTheirTraceWithoutSecrets() throws IOException {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            try (Telemetry telemetry = start("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
                    LogSetup _ =
                            telemetry.logs().to(OutputStream.nullOutputStream()).install()) {
                telemetry.capability("calculation").execute(_ -> LoggerFactory.getLogger("test")
                        .info("asked with apikey=s3cr3t"));
            }

            LogRecord record = receiver.logs().stream()
                    .filter(each -> each.getBody().getStringValue().startsWith("asked"))
                    .findFirst()
                    .orElseThrow();
            assertThat(record.getBody().getStringValue()).isEqualTo("asked with apikey=[redacted]");
            assertThat(record.getTraceId())
                    .isEqualTo(receiver.spans().getFirst().getTraceId());
        }
    }

    @Test
    void start_sdkDisabled_metricsGoOn() {
        try (Telemetry telemetry = start("OTEL_SDK_DISABLED", "true")) {
            Span span = telemetry.capability("calculation").run(current -> current);

            assertThat(span.getSpanContext().isValid()).isFalse();
            assertThat(telemetry.metrics().enabled()).isTrue();
        }
    }

    @Test
    void userIdKeySet_userIdOnASpan_leavesAsItsHash() throws IOException {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            try (Telemetry telemetry = start(
                    "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(), "DAWSOS_HASH_USER_ID", "0123456789abcdef")) {
                telemetry.capability("calculation").attribute("user_id", "demo").execute(_ -> {});

                telemetry.flush();
                assertThat(OtlpReceiver.attributes(receiver.spans().getFirst().getAttributesList()))
                        .containsEntry("user_id", telemetry.redactor().userId("demo"))
                        .doesNotContainValue("demo");
            }
        }
    }

    @Test
    void start_noTarget_spansAreMadeAndGoNowhere() {
        try (Telemetry telemetry = Telemetry.start(TelemetrySettings.from(Map.of()))) {
            Span span = telemetry.capability("calculation").run(current -> current);

            assertThat(span.getSpanContext().isSampled()).isTrue();
            assertThat(threadNames()).noneMatch(name -> name.equals("dawsos-spans"));
        }
    }

    @Test
    void start_off_noThreadsAndNoGlobal() {
        try (Telemetry telemetry = Telemetry.disabled()) {
            assertThat(telemetry.openTelemetry()).isSameAs(OpenTelemetry.noop());
            assertThat(GlobalOpenTelemetry.isSet()).isFalse();
        }
    }

    @Test
    void start_badOtelSetting_refusedByName() {
        assertThatThrownBy(() -> start("OTEL_TRACES_SAMPLER", "sometimes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("otel.traces.sampler")
                .hasMessageContaining("sometimes");
    }

    @Test
    void start_unknownExporter_refusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> start("OTEL_TRACES_EXPORTER", "zipkin"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OTEL_TRACES_EXPORTER")
                .hasMessageContaining("otlp")
                .hasMessageContaining("zipkin");
    }

    @Test
    void start_samplerOff_nothingExported() throws IOException {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            try (Telemetry telemetry =
                    start("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(), "OTEL_TRACES_SAMPLER", "always_off")) {
                telemetry.capability("calculation").execute(_ -> {});
            }

            assertThat(receiver.spans()).isEmpty();
        }
    }

    @Test
    void keepErrors_samplerOff_onlyFailedTracesExportedAndWhole() throws IOException {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            try (Telemetry telemetry = start(
                    "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(),
                    "OTEL_TRACES_SAMPLER", "always_off",
                    "DAWSOS_KEEP_ERRORS", "true")) {
                telemetry.capability("fine").execute(_ -> {});
                assertThatThrownBy(() -> telemetry.capability("root").execute(_ -> {
                            telemetry.capability("child").execute(_ -> {});
                            throw new IOException("no");
                        }))
                        .isInstanceOf(IOException.class);
            }

            assertThat(receiver.spans())
                    .extracting(io.opentelemetry.proto.trace.v1.Span::getName)
                    .containsExactlyInAnyOrder("child", "root");
        }
    }

    @Test
    void targetDown_manyCapabilities_unaffectedAndDropsCounted() throws IOException {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }
        try (Telemetry telemetry = start(
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:" + closedPort,
                "OTEL_JAVA_EXPORTER_OTLP_RETRY_DISABLED", "true",
                "OTEL_BSP_MAX_QUEUE_SIZE", "64")) {
            runAll(telemetry, 1000);

            await().untilAsserted(() ->
                    assertThat(dropped(telemetry, "export_failed")).isPositive());
            assertThat(dropped(telemetry, "queue_full")).isPositive();
            assertThat(Values.of(telemetry.metrics(), "telemetry_spans_exported"))
                    .isZero();
        }
    }

    @Test
    void targetRefuses_capabilities_unaffectedAndDropsCounted() throws IOException {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            receiver.behave(Behaviour.REFUSE);
            try (Telemetry telemetry = start("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", receiver.endpoint())) {
                runAll(telemetry, 10);
                telemetry.flush();

                assertThat(receiver.requests()).isPositive();
                assertThat(dropped(telemetry, "export_failed")).isEqualTo(10);

                receiver.behave(Behaviour.TAKE);
                runAll(telemetry, 3);
                telemetry.flush();
                assertThat(Values.of(telemetry.metrics(), "telemetry_spans_exported"))
                        .isEqualTo(3);
            }
        }
    }

    @Test
    void close_targetHangs_endsWithinFiveSecondsAndCountsAll() throws IOException {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            receiver.behave(Behaviour.HANG);
            Telemetry telemetry =
                    start("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", receiver.endpoint(), "OTEL_BSP_MAX_QUEUE_SIZE", "64");
            runAll(telemetry, 1000);

            long start = System.nanoTime();
            telemetry.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
            assertThat(dropped(telemetry, "queue_full")
                            + dropped(telemetry, "shutdown")
                            + dropped(telemetry, "export_failed"))
                    .isEqualTo(1000);
        }
    }

    private static void runAll(Telemetry telemetry, int count) {
        Capability capability = telemetry.capability("calculation");
        for (int i = 0; i < count; i++) {
            capability.execute(_ -> {});
        }
    }

    private static double dropped(Telemetry telemetry, String reason) {
        return Values.of(telemetry.metrics(), "telemetry_spans_dropped", "reason", reason);
    }

    private static Telemetry start(String... variables) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return Telemetry.start(TelemetrySettings.from(environment));
    }

    private static java.util.List<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
}
