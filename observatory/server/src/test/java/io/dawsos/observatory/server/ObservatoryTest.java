package io.dawsos.observatory.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dawsos.observatory.server.http.ListenAddress;
import io.dawsos.telemetry.Telemetry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ObservatoryTest {
    @TempDir
    Path folder;

    @Test
    void observatory_started_saysThatItIsReady() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start(folder)) {
            assertThat(server.get("/-/healthy").statusCode()).isEqualTo(200);
            assertThat(server.get("/-/ready").statusCode()).isEqualTo(200);
            assertThat(server.get("/nowhere").statusCode()).isEqualTo(404);
            assertThat(server.json("/api/v1/status/buildinfo")
                            .path("data")
                            .path("version")
                            .asString())
                    .startsWith("3.");
        }
    }

    @Test
    void observatory_closedAndStartedAgain_opensItsFolder() throws IOException, InterruptedException {
        TestServer.start(folder).close();
        try (TestServer server = TestServer.start(folder)) {
            assertThat(server.get("/-/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void otherAddress_withoutTokenOrTls_doesNotStart() {
        ServerSettings open = at("0.0.0.0", AccessSettings.OPEN);
        assertThatThrownBy(() -> Observatory.start(open, Telemetry.disabled()))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("DAWSOS_OBSERVATORY_TOKEN_FILE")
                .hasMessageNotContaining("\n");
    }

    @Test
    void otherAddress_withToken_letsInWhoShowsIt() throws IOException, InterruptedException {
        Path token = folder.resolve("token");
        try (TestServer server = TestServer.start(at("0.0.0.0", new AccessSettings(token, null, null)))) {
            String path = "/api/v1/query?query=1";
            HttpRequest.Builder request = HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + server.observatory().port() + path));
            assertThat(server.send(request).statusCode()).isEqualTo(401);
            request.header("Authorization", "Bearer " + Files.readString(token).strip());
            assertThat(server.send(request).statusCode()).isEqualTo(200);
            HttpRequest.Builder ready = HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + server.observatory().port() + "/-/ready"));
            assertThat(server.send(ready).statusCode()).isEqualTo(200);
        }
    }

    private ServerSettings at(String host, AccessSettings access) {
        ServerSettings settings = ServerSettings.in(folder.resolve("data"), null, null);
        return settings.withWeb(new ListenAddress(host, 0), access);
    }

    @Test
    void query_acceptsGzip_isPacked() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start(folder);
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = server.request("/api/v1/query?query=1")
                    .header("Accept-Encoding", "gzip")
                    .build();
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
            byte[] plain = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
            assertThat(JsonMapper.shared()
                            .readTree(plain)
                            .path("data")
                            .path("result")
                            .path(1)
                            .asString())
                    .isEqualTo("1");
        }
    }

    @Test
    void query_postedAsForm_isAnswered() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start(folder)) {
            HttpResponse<String> response =
                    server.post("/api/v1/query", "application/x-www-form-urlencoded", "query=1%2B1&time=5");
            assertThat(response.body())
                    .isEqualTo("{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[5,\"2\"]}}");
        }
    }

    @Test
    void form_overTheLimit_isRefused() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start(folder)) {
            HttpResponse<String> response =
                    server.post("/api/v1/query", "application/x-www-form-urlencoded", "query=" + "1".repeat(2 << 20));
            assertThat(response.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void adminApi_notEnabled_isRefused() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start(folder)) {
            HttpResponse<String> response =
                    server.post("/api/v1/admin/tsdb/delete_series", "application/x-www-form-urlencoded", "match[]=up");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("admin APIs disabled");
        }
    }

    @Test
    void change_byAPageOfAnotherSite_isRefused() throws IOException, InterruptedException {
        try (TestServer server = TestServer.start(folder)) {
            HttpResponse<String> response = server.send(server.request("/api/v1/query")
                    .header("Origin", "https://evil.example")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("query=1")));
            assertThat(response.statusCode()).isEqualTo(403);
        }
    }

    /** Had nobody looked, it would run to its timeout of two minutes and keep its place. */
    @Test
    void query_clientGoesAway_isCancelled() throws IOException {
        try (TestServer server = TestServer.start(folder)) {
            try (Socket client = new Socket(
                    InetAddress.getLoopbackAddress(), server.observatory().port())) {
                client.getOutputStream()
                        .write(("GET /api/v1/query?query="
                                        + TestServer.encoded(
                                                "sum_over_time(quantile_over_time(0.5, vector(time())[8h:1s])[40h:1s])")
                                        + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
                await("the query runs")
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> server.observatory().queries() == 1);
            }
            await("the query ends")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> server.observatory().queries() == 0);
        }
    }
}
