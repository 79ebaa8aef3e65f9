package io.dawsos.telemetry.log;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.dawsos.telemetry.RequestCtx;
import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.redact.Redactor;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtlpLogsTest {

    private final InMemoryLogRecordExporter exporter = InMemoryLogRecordExporter.create();
    private final SdkLoggerProvider provider = SdkLoggerProvider.builder()
            .addLogRecordProcessor(SimpleLogRecordProcessor.create(exporter))
            .build();
    private final LoggerContext context = new LoggerContext();
    private final Logger log = context.getLogger("io.dawsos.Test");
    private final LogSetup setup = LogSetup.with(new Redactor(), Metrics.noop())
            .to(OutputStream.nullOutputStream())
            .bridge(false)
            .otlp(provider)
            .install(context);

    @BeforeEach
    void adapt() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @AfterEach
    void close() {
        setup.close();
        provider.close();
        context.stop();
    }

    @Test
    void record_ofACall_hasItsTraceSeverityBodyAndAttributes() {
        SpanContext span = SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        RequestCtx request = RequestCtx.EMPTY.withRequestId("req-1").withUserId("u-1");
        request.in(Context.root().with(Span.wrap(span)))
                .wrap(() -> io.dawsos.telemetry.log.Severity.critical(log)
                        .addKeyValue("count", 3)
                        .addKeyValue("ratio", 0.5)
                        .addKeyValue("fresh", true)
                        .addKeyValue("value", new BigDecimal("1234567890123456789.50"))
                        .addKeyValue("nothing", (Object) null)
                        .addKeyValue("password", "hunter22hunter22")
                        .setCause(new IllegalStateException("apikey=SECRETSECRET1"))
                        .log("ledger differs for {}", "a@b.example"))
                .run();
        LogRecordData record = records().getFirst();
        assertThat(record.getSpanContext()).isEqualTo(span);
        assertThat(record.getSeverity()).isEqualTo(Severity.FATAL);
        assertThat(record.getSeverityText()).isEqualTo("CRITICAL");
        assertThat(record.getBodyValue()).isNotNull();
        assertThat(record.getBodyValue().asString()).isEqualTo("ledger differs for [redacted]");
        assertThat(record.getInstrumentationScopeInfo().getName()).isEqualTo("io.dawsos.Test");
        assertThat(record.getTimestampEpochNanos()).isPositive();
        assertThat(record.getAttributes().asMap())
                .containsEntry(stringKey("request_id"), "req-1")
                .containsEntry(stringKey("user_id"), "u-1")
                .containsEntry(longKey("count"), 3L)
                .containsEntry(doubleKey("ratio"), 0.5)
                .containsEntry(booleanKey("fresh"), true)
                .containsEntry(stringKey("value"), "1234567890123456789.50")
                .containsEntry(stringKey("password"), "[redacted]")
                .containsEntry(stringKey("exception.type"), "java.lang.IllegalStateException")
                .containsEntry(stringKey("exception.message"), "apikey=[redacted]")
                .containsKey(stringKey("exception.stacktrace"))
                .hasSize(10);
        assertThat(record.getAttributes().toString()).doesNotContain("SECRETSECRET", "hunter22");
    }

    @Test
    void record_ofEachLevel_hasItsSeverity() {
        log.setLevel(ch.qos.logback.classic.Level.TRACE);
        log.trace("0");
        log.info("1");
        log.warn("2");
        log.error("3");
        assertThat(records())
                .extracting(LogRecordData::getSeverity)
                .containsExactly(Severity.DEBUG, Severity.INFO, Severity.WARN, Severity.ERROR);
    }

    @Test
    void record_ofTheExporterItself_isNotSent() {
        context.getLogger("io.opentelemetry.exporter.internal.http").warn("failed to export logs");
        assertThat(records()).isEmpty();
    }

    private List<LogRecordData> records() {
        assertThat(setup.flush(Duration.ofSeconds(10))).isTrue();
        return exporter.getFinishedLogRecordItems();
    }
}
