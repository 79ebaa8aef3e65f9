package io.dawsos.portfolio.alert;

import static io.dawsos.portfolio.alert.World.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.alert.Condition.ValueBelow;
import io.dawsos.portfolio.pricing.PricingPack;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.TelemetrySettings;
import io.dawsos.telemetry.testing.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each run is a trace of its own, linked from what caused it, over real OTLP. */
final class AlertTraceTest {

    @Test
    void runs_ofOneAlert_areLinkedFromPackToDelivery() throws Exception {
        try (OtlpReceiver traces = OtlpReceiver.start();
                Receiver receiver = Receiver.healthy();
                World world = World.create(telemetry(traces))) {
            world.securities("USD", "A");
            UUID portfolio = world.portfolio("ann", Map.of("A", "10"));
            PricingPack fresh = world.pack(World.TODAY, Map.of("A", "90"));
            Channel secret = new Channel(Method.WEBHOOK, receiver.url() + "/s3cr3t-path?token=s3cr3t");
            world.alert(portfolio, new ValueBelow(number("950")), Duration.ZERO, secret);
            Courier courier = world.courier();
            world.telemetry.capability("pricing_pack.build").execute(_ -> world.evaluator(courier::wake)
                    .onPackFresh(fresh));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> named(traces, "alert.deliver").size() == 1);

            Span build = named(traces, "pricing_pack.build").getFirst();
            Span evaluate = named(traces, "alert.evaluate").getFirst();
            Span deliver = named(traces, "alert.deliver").getFirst();
            assertThat(List.of(evaluate, deliver))
                    .allMatch(span -> span.getParentSpanId().isEmpty());
            assertThat(evaluate.getLinksList()).hasSize(1).allMatch(link -> link.getSpanId()
                    .equals(build.getSpanId()));
            assertThat(deliver.getLinksList()).hasSize(1).allMatch(link -> link.getSpanId()
                    .equals(evaluate.getSpanId()));
            Receiver.Got got = receiver.got().getFirst();
            AlertMessage told = world.json.readValue(got.body(), AlertMessage.class);
            assertThat(told.traceId()).isEqualTo(OtlpReceiver.id(evaluate.getTraceId()));
            assertThat(got.traceParent()).contains(OtlpReceiver.id(deliver.getTraceId()));
            assertThat(OtlpReceiver.attributes(evaluate.getAttributesList()))
                    .containsEntry("pricing_pack_id", "PP_2026-11-24")
                    .containsEntry("alert.cause", "pack");
            assertThat(traces.spans().toString()).doesNotContain("s3cr3t");
        }
    }

    private static List<Span> named(OtlpReceiver traces, String name) {
        return traces.spans().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private static Telemetry telemetry(OtlpReceiver traces) {
        return Telemetry.start(TelemetrySettings.from(Map.of(
                "DAWSOS_STRICT_LABELS", "true",
                "OTEL_EXPORTER_OTLP_ENDPOINT", traces.endpoint(),
                "OTEL_BSP_SCHEDULE_DELAY", "100")));
    }
}
