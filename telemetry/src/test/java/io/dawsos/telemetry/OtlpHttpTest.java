package io.dawsos.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.telemetry.log.LogSetup;
import io.dawsos.telemetry.testing.OtlpHttpReceiver;
import io.dawsos.telemetry.testing.OtlpReceiver;
import io.dawsos.telemetry.trace.Values;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** {@code OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf}: as over gRPC, to a receiver that speaks only this. */
class OtlpHttpTest {

    @Test
    void start_protocolHttp_spansAndLogRecordsArriveDecodedUnderOneTrace() throws IOException {
        try (OtlpHttpReceiver receiver = OtlpHttpReceiver.start()) {
            try (Telemetry telemetry = start(receiver, Map.of());
                    LogSetup _ =
                            telemetry.logs().to(OutputStream.nullOutputStream()).install()) {
                telemetry
                        .capability("calculation")
                        .attribute("portfolio_id", "p-1")
                        .execute(span -> {
                            span.setAttribute("position_count", 7);
                            LoggerFactory.getLogger("test").info("asked with apikey=s3cr3t");
                        });
            }

            assertThat(receiver.spans()).singleElement().satisfies(OtlpHttpTest::isTheSpan);
            assertThat(OtlpReceiver.attributes(
                            receiver.resourceSpans().getFirst().getResource().getAttributesList()))
                    .containsEntry("service.name", "portfolio")
                    .containsEntry("service.version", "1.2.3");
            LogRecord record = receiver.logRecords().stream()
                    .filter(each -> each.getBody().getStringValue().startsWith("asked"))
                    .findFirst()
                    .orElseThrow();
            assertThat(record.getBody().getStringValue()).isEqualTo("asked with apikey=[redacted]");
            assertThat(record.getTraceId())
                    .isEqualTo(receiver.spans().getFirst().getTraceId());
        }
    }

    private static void isTheSpan(Span span) {
        assertThat(span.getName()).isEqualTo("calculation");
        assertThat(OtlpReceiver.attributes(span.getAttributesList()))
                .containsEntry("portfolio_id", "p-1")
                .containsEntry("position_count", 7L);
        assertThat(span.getEndTimeUnixNano()).isGreaterThanOrEqualTo(span.getStartTimeUnixNano());
    }

    @Test
    void start_gzipAndHeaders_areSent() throws IOException {
        try (OtlpHttpReceiver receiver = OtlpHttpReceiver.start()) {
            Map<String, String> more = Map.of(
                    "OTEL_EXPORTER_OTLP_COMPRESSION", "gzip",
                    "OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Basic%20abc");
            try (Telemetry telemetry = start(receiver, more)) {
                telemetry.capability("calculation").execute(_ -> {});
            }

            assertThat(receiver.spans()).extracting(Span::getName).containsExactly("calculation");
            assertThat(receiver.authorizations()).isNotEmpty().containsOnly("Basic abc");
        }
    }

    @Test
    void receiver_answersAnError_dropsAreCountedAndLaterSpansArrive() throws IOException {
        try (OtlpHttpReceiver receiver = OtlpHttpReceiver.start()) {
            receiver.answer(500);
            try (Telemetry telemetry = start(receiver, Map.of("OTEL_LOGS_EXPORTER", "none"))) {
                telemetry.capability("lost").execute(_ -> {});
                telemetry.flush();
                assertThat(receiver.requests()).isPositive();
                assertThat(Values.of(telemetry.metrics(), "telemetry_spans_dropped", "reason", "export_failed"))
                        .isEqualTo(1);

                receiver.answer(200);
                telemetry.capability("kept").execute(_ -> {});
                telemetry.flush();
                assertThat(Values.of(telemetry.metrics(), "telemetry_spans_exported"))
                        .isEqualTo(1);
            }

            assertThat(receiver.spans()).extracting(Span::getName).containsExactly("kept");
        }
    }

    private static Telemetry start(OtlpHttpReceiver receiver, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(), "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        environment.putAll(more);
        return Telemetry.start(TelemetrySettings.from(environment).withService("portfolio", "1.2.3"));
    }
}
