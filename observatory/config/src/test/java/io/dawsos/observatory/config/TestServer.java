package io.dawsos.observatory.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A server that notes what it is asked. */
final class TestServer implements AutoCloseable {
    private final HttpServer server;
    private final String scheme;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    record Asked(String method, String path, String authorization, String custom, String protocol, String body) {}

    /** Its header {@code Location} is left out when it is empty. */
    record Answer(int status, String location, String body) {
        static Answer ok(String body) {
            return new Answer(200, "", body);
        }
    }

    private TestServer(HttpServer server, String scheme, Function<Asked, Answer> answers) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    static TestServer http(Function<Asked, Answer> answers) throws IOException {
        return new TestServer(HttpServer.create(anyPort(), 0), "http", answers);
    }

    static TestServer https(SSLContext context, boolean wantsClient, Function<Asked, Answer> answers)
            throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = context.getDefaultSSLParameters();
                tls.setNeedClientAuth(wantsClient);
                parameters.setSSLParameters(tls);
            }
        });
        return new TestServer(server, "https", answers);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private void answer(HttpExchange exchange, Function<Asked, Answer> answers) throws IOException {
        try (exchange) {
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    header(exchange, "Authorization"),
                    header(exchange, "X-Custom"),
                    exchange.getProtocol(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(request);
            Answer answer = answers.apply(request);
            if (!answer.location().isEmpty()) {
                exchange.getResponseHeaders().set("Location", answer.location());
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        List<String> values = exchange.getRequestHeaders().get(name);
        return values == null ? "" : String.join(",", values);
    }

    List<Asked> asked() {
        return asked;
    }

    URI uri(String host, String path) {
        return URI.create(scheme + "://" + host + ":" + server.getAddress().getPort() + path);
    }

    URI uri(String path) {
        return uri("127.0.0.1", path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
