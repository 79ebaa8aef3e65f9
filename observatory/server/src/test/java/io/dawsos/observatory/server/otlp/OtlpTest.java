package io.dawsos.observatory.server.otlp;

import static io.dawsos.observatory.server.TestServer.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.server.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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
