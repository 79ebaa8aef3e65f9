package io.dawsos.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dawsos.telemetry.testing.OtlpReceiver;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CapabilityTest {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private OtlpReceiver receiver;
    private Telemetry telemetry;

    @BeforeEach
    void start() throws IOException {
        receiver = OtlpReceiver.start();
        telemetry = Telemetry.start(TelemetrySettings.from(
                Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", receiver.endpoint(), "DAWSOS_STRICT_LABELS", "true")));
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stop() {
        logger().detachAppender(log);
        telemetry.close();
        receiver.close();
    }

    @Test
    void run_body_isInASpanThatIsCurrent() {
        Capability capability =
                telemetry.capability("calculation").kind(SpanKind.CLIENT).attribute("portfolio_id", "p1");

        String answer = capability.run(span -> {
            assertThat(Span.current()).isSameAs(span);
            span.setAttribute("position_count", 35);
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        var span = exported("calculation");
        assertThat(span.getKind().name()).isEqualTo("SPAN_KIND_CLIENT");
        assertThat(OtlpReceiver.attributes(span.getAttributesList()))
                .containsEntry("portfolio_id", "p1")
                .containsEntry("position_count", 35L);
        assertThat(count("calculation", "success")).isEqualTo(1);
        assertThat(log.list).isEmpty();
    }

    @Test
    void run_bodyFails_markedCountedLoggedAndRethrown() {
        IOException failure = new IOException("no prices");

        assertThatThrownBy(() -> telemetry.capability("load").execute(_ -> {
                    throw failure;
                }))
                .isSameAs(failure);

        var span = exported("load");
        assertThat(span.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
        assertThat(span.getEventsList()).hasSize(1);
        assertThat(OtlpReceiver.attributes(span.getAttributesList()))
                .containsEntry("error.type", "java.io.IOException");
        assertThat(count("load", "error")).isEqualTo(1);
        assertThat(count("load", "success")).isZero();
        assertThat(log.list).hasSize(1);
    }

    @Test
    void run_nestedRethrowTheSameAndWrapped_loggedAndRecordedOnce() {
        assertThatThrownBy(() -> telemetry.capability("outer").execute(_ -> {
                    try {
                        telemetry
                                .capability("middle")
                                .execute(_ -> telemetry.capability("inner").execute(_ -> {
                                    throw new IOException("disk");
                                }));
                    } catch (IOException e) {
                        throw new IllegalStateException("wrapped", e);
                    }
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(log.list).hasSize(1);
        assertThat(exported("inner").getEventsCount()).isEqualTo(1);
        assertThat(exported("middle").getEventsCount()).isZero();
        assertThat(exported("outer").getEventsCount()).isZero();
        assertThat(exported("outer").getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
        assertThat(count("outer", "error")).isEqualTo(1);
    }

    @Test
    void run_expectedException_rejectedAndNotLogged() {
        Capability lookup = telemetry.capability("lookup").expecting(NoSuchElementException.class);

        assertThatThrownBy(() -> lookup.execute(_ -> {
                    throw new NoSuchElementException("portfolio");
                }))
                .isInstanceOf(NoSuchElementException.class);

        assertThat(exported("lookup").getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_UNSET);
        assertThat(count("lookup", "rejected")).isEqualTo(1);
        assertThat(count("lookup", "error")).isZero();
        assertThat(log.list).isEmpty();
    }

    @Test
    void capability_neverRun_allItsSeriesAreThere() {
        telemetry.capability("settle");

        assertThat(count("settle", "success")).isZero();
        assertThat(count("settle", "error")).isZero();
        assertThat(count("settle", "rejected")).isZero();
    }

    @Test
    void run_secretInAttributeAndException_notExported() {
        assertThatThrownBy(() -> telemetry.capability("fetch").execute(span -> {
                    span.setAttribute("url", "https://h/?apikey=s3cr3t");
                    throw new IOException("GET https://h/?apikey=s3cr3t failed");
                }))
                .hasMessageContaining("s3cr3t");

        assertThat(exported("fetch").toString()).contains("[redacted]").doesNotContain("s3cr3t");
    }

    @Test
    void run_telemetryOff_onlyTheBodyRuns() {
        Telemetry off = Telemetry.disabled();

        Span span = off.capability("calculation").run(current -> current);

        assertThat(span).isSameAs(Span.getInvalid());
        assertThat(off.metrics().enabled()).isFalse();
    }

    private io.opentelemetry.proto.trace.v1.Span exported(String name) {
        telemetry.flush();
        return receiver.spans().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long count(String capability, String outcome) {
        return telemetry.metrics().registry().scrape("capability_duration_seconds"::equals).stream()
                .flatMap(snapshot -> ((HistogramSnapshot) snapshot).getDataPoints().stream())
                .filter(point -> capability.equals(point.getLabels().get("capability")))
                .filter(point -> outcome.equals(point.getLabels().get("outcome")))
                .findFirst()
                .orElseThrow()
                .getCount();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Capability.class);
    }
}
