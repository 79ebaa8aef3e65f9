package io.dawsos.telemetry.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.testing.MemorySpans;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

/** With Spring Boot's Actuator, Micrometer's tracing bridge and OpenTelemetry starter beside ours. */
class SeenOnceTest {

    @Test
    void request_besideMicrometer_isOneSpanAndOneCount() {
        try (Shop shop = Shop.open(Shop.NO_SECURITY)) {
            String trace = Shop.newTraceId();
            String after = Shop.newTraceId();
            String counter = "http_requests_total{endpoint=\"/articles/{id}\",method=\"GET\",status=\"200\"}";
            assertThat(shop.context().getBeansOfType(Tracer.class)).isNotEmpty();
            assertThat(shop.context().getBean(OpenTelemetry.class))
                    .isSameAs(shop.context().getBean(Telemetry.class).openTelemetry());

            shop.get("/articles/7", Shop.within(trace));
            shop.get("/articles/7", Shop.within(after));

            assertThat(MemorySpans.of(after, 1)).extracting(SpanData::getName).containsExactly("http.request");
            assertThat(MemorySpans.of(trace, 1)).extracting(SpanData::getName).containsExactly("http.request");
            assertThat(shop.sample(counter)).isEqualTo(2);
            assertThat(shop.samples()).noneMatch(line -> line.startsWith("http_server_requests"));
        }
    }

    @Test
    void restClient_withinSpan_isOneClientSpanAndNamesItsTrace() {
        try (Shop shop = Shop.open(Shop.NO_SECURITY)) {
            Telemetry telemetry = shop.context().getBean(Telemetry.class);
            RestClient client = shop.context().getBean(RestClient.Builder.class).build();

            String trace = telemetry.capability("ask").run(span -> {
                client.get()
                        .uri(shop.address() + "/articles/7?api_key=hidden")
                        .retrieve()
                        .toBodilessEntity();
                return span.getSpanContext().getTraceId();
            });

            List<SpanData> spans = MemorySpans.of(trace, 3);
            assertThat(spans).extracting(SpanData::getName).containsExactlyInAnyOrder("ask", "GET", "http.request");
            SpanData call = spans.stream()
                    .filter(span -> span.getName().equals("GET"))
                    .findFirst()
                    .orElseThrow();
            SpanData served = spans.stream()
                    .filter(span -> span.getName().equals("http.request"))
                    .findFirst()
                    .orElseThrow();
            assertThat(served.getParentSpanId()).isEqualTo(call.getSpanId());
            assertThat(call.getAttributes().asMap().values())
                    .noneMatch(value -> value.toString().contains("hidden"));
        }
    }
}
