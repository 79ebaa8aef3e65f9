package io.dawsos.observatory.server.otlp;

import static io.dawsos.observatory.server.TestServer.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.server.ServerSettings;
import io.dawsos.observatory.server.TestServer;
import io.dawsos.observatory.server.http.ListenAddress;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtlpTest {
    @TempDir
    Path folder;

    @Test
    void metrics_inJson_areStored() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start(folder)) {
            String body = """
                    {"resourceMetrics":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},
                      "scopeMetrics":[{"metrics":[{"name":"orders","sum":{"aggregationTemporality":2,"isMonotonic":true,
                        "dataPoints":[{"timeUnixNano":"%d000000","asInt":"7"}]}}]}]}]}
                    """.formatted(System.currentTimeMillis() - 1000);
            HttpResponse<String> answer = server.post("/api/v1/otlp/v1/metrics", "application/json", body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(server.json("/api/v1/query?query=" + encoded("orders_total"))
                            .path("data")
                            .path("result")
                            .path(0)
                            .path("value")
                            .path(1)
                            .asString())
                    .isEqualTo("7");
        }
    }

    @Test
    void metrics_ofTheSdkOverGrpc_areStored() throws IOException, InterruptedException {
        ListenAddress grpc = new ListenAddress("127.0.0.1", 0).withFreePort();
        try (TestServer server =
                        TestServer.start(ServerSettings.in(folder, null, null).withOtlp(null, grpc));
                SdkMeterProvider sdk = SdkMeterProvider.builder()
                        .registerMetricReader(PeriodicMetricReader.create(OtlpGrpcMetricExporter.builder()
                                .setEndpoint("http://" + grpc)
                                .build()))
                        .build()) {
            sdk.get("test").counterBuilder("visits").build().add(3);
            assertThat(sdk.forceFlush().join(10, TimeUnit.SECONDS).isSuccess()).isTrue();
            assertThat(server.json("/api/v1/query?query=visits_total")
                            .path("data")
                            .path("result")
                            .path(0)
                            .path("value")
                            .path(1)
                            .asString())
                    .isEqualTo("3");
        }
    }

    @Test
    void otherSignal_posted_isUnimplementedByName() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start(folder)) {
            HttpResponse<String> answer = server.post("/api/v1/otlp/v1/traces", "application/json", "{}");
            assertThat(answer.statusCode()).isEqualTo(501);
            assertThat(answer.body()).contains("not traces");
        }
    }

    @Test
    void body_noJson_isRefused() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start(folder)) {
            assertThat(server.post("/api/v1/otlp/v1/metrics", "application/json", "{")
                            .statusCode())
                    .isEqualTo(400);
        }
    }
}
