package io.dawsos.observatory.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dawsos.observatory.ingest.RecordingSink;
import io.dawsos.observatory.model.Labels;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real SDK of OpenTelemetry as sender. */
class OpenTelemetrySdkTest {
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");

    private final RecordingSink sink = new RecordingSink();
    private final OtlpMetrics metrics = new OtlpMetrics(OtlpConfig.defaults());
    private final List<OtlpOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    OpenTelemetrySdkTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/v1/metrics", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        OtlpOutcome outcome = metrics.write(ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody()), sink);
        outcomes.add(outcome);
        byte[] response = outcome.response().toByteArray();
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, response.length == 0 ? -1 : response.length);
        exchange.getResponseBody().write(response);
        exchange.close();
    }

    private SdkMeterProvider provider() {
        OtlpHttpMetricExporter exporter = OtlpHttpMetricExporter.builder()
                .setEndpoint("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/metrics")
                .build();
        return SdkMeterProvider.builder()
                .setResource(Resource.create(Attributes.builder()
                        .put("service.name", "shop")
                        .put("service.version", "3")
                        .build()))
                .registerView(
                        InstrumentSelector.builder().setName("size").build(),
                        View.builder()
                                .setAggregation(Aggregation.base2ExponentialBucketHistogram())
                                .build())
                .registerMetricReader(PeriodicMetricReader.create(exporter))
                .build();
    }

    @Test
    void sdk_everyInstrument_becomesSeries() {
        try (SdkMeterProvider provider = provider()) {
            Meter meter = provider.get("test");
            Attributes route = Attributes.of(ROUTE, "/a");
            meter.counterBuilder("http.requests").build().add(3, route);
            meter.upDownCounterBuilder("http.active").build().add(-2, route);
            meter.histogramBuilder("http.wait").setUnit("s").build().record(0.7, route);
            meter.histogramBuilder("size").setUnit("By").build().record(1000, route);
            provider.forceFlush().join(20, TimeUnit.SECONDS);
        }

        assertThat(outcomes).isNotEmpty().allMatch(outcome -> outcome.rejected() == 0);
        assertThat(last("http_requests_total")).isEqualTo(3);
        assertThat(last("http_active")).isEqualTo(-2);
        assertThat(last("http_wait_seconds_sum")).isEqualTo(0.7);
        assertThat(sink.samples(Labels.of("__name__", "size_bytes", "job", "shop", "http_route", "/a"))
                        .getFirst()
                        .histogram())
                .isNotNull()
                .satisfies(histogram -> assertThat(histogram.count()).isEqualTo(1));
        assertThat(sink.series())
                .containsKey(Labels.of("__name__", "target_info", "job", "shop", "service_version", "3"));
    }

    private double last(String name) {
        return sink.samples(Labels.of("__name__", name, "job", "shop", "http_route", "/a"))
                .getLast()
                .value();
    }
}
