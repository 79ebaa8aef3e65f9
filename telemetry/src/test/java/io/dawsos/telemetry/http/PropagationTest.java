package io.dawsos.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.TelemetrySettings;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropagationTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final Telemetry telemetry = Telemetry.start(TelemetrySettings.from(Map.of()));
    private final Propagation propagation = new Propagation(telemetry.openTelemetry());

    @AfterEach
    void stop() {
        telemetry.close();
    }

    @Test
    void extract_wellFormed_traceStateAndBaggageGoOn() {
        Map<String, String> headers = Map.of("traceparent", PARENT, "tracestate", "a=1", "baggage", "tenant=acme");

        Context context = propagation.extract(headers::get);
        Map<String, String> out = new HashMap<>();
        propagation.inject(context, out::put);

        assertThat(Span.fromContext(context).getSpanContext().isRemote()).isTrue();
        assertThat(Baggage.fromContext(context).getEntryValue("tenant")).isEqualTo("acme");
        assertThat(out).isEqualTo(headers);
        assertThat(Propagation.traceparent(Span.fromContext(context).getSpanContext()))
                .isEqualTo(PARENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "00-" + TRACE,
                "00-" + TRACE + "-00f067aa0ba902b7",
                "00-" + TRACE + "-00f067aa0ba902b7-01-more",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-zz",
                "00_" + TRACE + "_00f067aa0ba902b7_01",
            })
    void extract_malformed_nextSpanStartsANewTrace(String traceparent) {
        Context context = propagation.extract(Map.of("traceparent", traceparent)::get);

        Span span = telemetry
                .tracer()
                .spanBuilder("http.request")
                .setParent(context)
                .startSpan();

        assertThat(Span.fromContext(context).getSpanContext().isValid()).isFalse();
        assertThat(span.getSpanContext().isValid()).isTrue();
        assertThat(span.getSpanContext().getTraceId()).isNotEqualTo(TRACE);
        span.end();
    }

    @Test
    void extract_threadIsInAnotherTrace_thatIsNoParent() {
        try (var _ = telemetry.tracer().spanBuilder("other").startSpan().makeCurrent()) {
            Context context = propagation.extract(_ -> null);

            assertThat(Span.fromContext(context).getSpanContext().isValid()).isFalse();
        }
    }
}
