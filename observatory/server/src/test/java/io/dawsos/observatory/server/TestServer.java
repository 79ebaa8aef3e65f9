package io.dawsos.observatory.server;

import io.dawsos.telemetry.Telemetry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An observatory on free ports, and a client that asks it. */
public final class TestServer implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Observatory observatory;

    private TestServer(Observatory observatory) {
        this.observatory = observatory;
    }

    public static TestServer start(ServerSettings settings) {
        return new TestServer(Observatory.start(settings, Telemetry.disabled()));
    }

    public static TestServer start(Path data) {
        return start(ServerSettings.in(data, null, null));
    }

    public Observatory observatory() {
        return observatory;
    }

    public URI address() {
        return observatory.address();
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address().resolve(path));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    public HttpResponse<String> post(String path, String contentType, String body)
            throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(path).body());
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        observatory.close();
        http.close();
    }
}
