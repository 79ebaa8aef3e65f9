package io.dawsos.observatory.ingest.scrape;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A target: what it answers can be changed, to the worst. */
final class Exposer implements AutoCloseable {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Headers> asked = new CopyOnWriteArrayList<>();
    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private volatile HttpHandler answer = exchange -> exchange.sendResponseHeaders(404, -1);

    Exposer() throws IOException {
        this(null);
    }

    Exposer(@Nullable SSLContext tls) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls == null) {
            server = HttpServer.create(address, 0);
        } else {
            HttpsServer secure = HttpsServer.create(address, 0);
            secure.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = secure;
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestHeaders());
                addresses.add(exchange.getRequestURI().toString());
                answer.handle(exchange);
            }
        });
        server.start();
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    List<Headers> asked() {
        return asked;
    }

    List<String> addresses() {
        return addresses;
    }

    Exposer answers(HttpHandler handler) {
        answer = handler;
        return this;
    }

    Exposer says(String text) {
        return says(text, TEXT);
    }

    Exposer says(String text, String contentType) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        });
    }

    Exposer saysGzipped(String text) {
        return answers(exchange -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(packed)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            exchange.getResponseHeaders().set("Content-Type", TEXT);
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            packed.writeTo(exchange.getResponseBody());
        });
    }

    /** Sends the head of an answer and a part of its body, and no more until it is closed. */
    Exposer stalls() {
        return answers(exchange -> {
            stream(exchange).write("a 1\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            awaitClose();
        });
    }

    /** Sends lines, each another series, until the connection breaks. */
    Exposer isEndless() {
        return answers(exchange -> {
            OutputStream out = stream(exchange);
            for (long i = 0; closed.getCount() > 0; i++) {
                out.write(("endless{number=\"" + i + "\"} 1\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static OutputStream stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", TEXT);
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private void awaitClose() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
