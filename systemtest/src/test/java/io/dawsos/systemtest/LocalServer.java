package io.dawsos.systemtest;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server of this machine with which a test plays somebody's part. */
final class LocalServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** @param header the first value of a header, by its name in any case */
    record Request(Instant at, String method, String path, Function<String, Optional<String>> header, String body) {}

    record Reply(int status, String type, String body, Map<String, String> headers) {

        static Reply text(int status, String body) {
            return new Reply(status, "text/plain", body, Map.of());
        }

        static Reply json(int status, String body) {
            return new Reply(status, "application/json", body, Map.of());
        }
    }

    LocalServer(Function<Request, Reply> part) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                Instant at = Instant.now();
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                Reply reply = part.apply(new Request(
                        at,
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)),
                        body));
                byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", reply.type());
                reply.headers().forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(reply.status(), bytes.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(bytes);
                }
            }
        });
        server.start();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
