package io.dawsos.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.TelemetrySettings;
import io.dawsos.telemetry.testing.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracedHttpClientTest {

    private OtlpReceiver receiver;
    private Telemetry telemetry;
    private HttpServer server;
    private HttpClient client;

    @BeforeEach
    void start() throws IOException {
        receiver = OtlpReceiver.start();
        telemetry = Telemetry.start(
                TelemetrySettings.from(Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", receiver.endpoint())));
        client = TracedHttpClient.wrap(HttpClient.newHttpClient(), telemetry);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String parent = exchange.getRequestHeaders().getFirst("traceparent");
            byte[] body = String.valueOf(parent).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            int status = exchange.getRequestURI().getPath().equals("/missing") ? 404 : 200;
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
        telemetry.close();
        receiver.close();
    }

    @Test
    void send_withinATrace_spanByConventionsAndContextInTheHeader() throws Exception {
        String answer = telemetry.capability("load").run(_ -> client.send(
                        request("/query?apikey=s3cr3t&symbol=VTI"), BodyHandlers.ofString())
                .body());

        Span span = exported("GET");
        Span load = exported("load");
        assertThat(answer)
                .isEqualTo(
                        "00-" + OtlpReceiver.id(span.getTraceId()) + "-" + OtlpReceiver.id(span.getSpanId()) + "-03");
        assertThat(span.getParentSpanId()).isEqualTo(load.getSpanId());
        assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
        assertThat(OtlpReceiver.attributes(span.getAttributesList()))
                .containsEntry("http.request.method", "GET")
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("server.port", (long) server.getAddress().getPort())
                .containsEntry("url.full", address("/query?apikey=[redacted]&symbol=VTI"))
                .containsEntry("http.response.status_code", 200L)
                .doesNotContainKey("error.type");
    }

    @Test
    void send_outsideOfATrace_noSpanAndNoHeader() throws Exception {
        String answer = client.send(request("/"), BodyHandlers.ofString()).body();

        assertThat(answer).isEqualTo("null");
        telemetry.flush();
        assertThat(receiver.spans()).isEmpty();
    }

    @Test
    void sendAsync_withinATrace_spanEndsWithTheAnswer() {
        HttpResponse<String> answer = telemetry.capability("load").run(_ -> client.sendAsync(
                        request("/missing"), BodyHandlers.ofString())
                .join());

        Span span = exported("GET");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(span.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
        assertThat(OtlpReceiver.attributes(span.getAttributesList()))
                .containsEntry("error.type", "404")
                .containsEntry("http.response.status_code", 404L);
    }

    @Test
    void send_nobodyListens_failureOnTheSpanAndThrown() {
        HttpRequest request = request("/");
        server.stop(0);

        assertThatThrownBy(() -> telemetry.capability("sync").run(_ -> client.send(request, BodyHandlers.ofString())))
                .isInstanceOf(ConnectException.class);

        assertThat(OtlpReceiver.attributes(exported("GET").getAttributesList()))
                .containsEntry("error.type", "java.net.ConnectException");
    }

    @Test
    void sendAsync_nobodyListens_failureOnTheSpan() {
        HttpRequest request = request("/");
        server.stop(0);

        assertThatThrownBy(
                        () -> telemetry.capability("async").run(_ -> client.sendAsync(request, BodyHandlers.ofString())
                                .join()))
                .isInstanceOf(CompletionException.class);

        assertThat(OtlpReceiver.attributes(exported("GET").getAttributesList()))
                .containsEntry("error.type", "java.net.ConnectException");
    }

    @Test
    void wrap_telemetryOff_theClientItself() {
        assertThat(TracedHttpClient.wrap(client, Telemetry.disabled())).isSameAs(client);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(address(path))).build();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Span exported(String name) {
        telemetry.flush();
        return receiver.spans().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
