package io.dawsos.observatory.ingest.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dawsos.observatory.ingest.RecordingSink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver of remote write behind the JDK's web server, which can be told to fail. */
final class ReceivingServer implements AutoCloseable {
    final RecordingSink sink = new RecordingSink();
    final AtomicInteger failing = new AtomicInteger();
    final List<Integer> answers = new CopyOnWriteArrayList<>();
    final List<String> contentTypes = new CopyOnWriteArrayList<>();

    private final RemoteWriteReceiver receiver = new RemoteWriteReceiver(sink, RemoteWriteLimits.DEFAULT);
    private final HttpServer server;

    ReceivingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/write", this::answer);
        server.start();
    }

    /** From now on every request is answered so; 0 ends it. */
    void failWith(int status) {
        failing.set(status);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/write";
    }

    private void answer(HttpExchange exchange) throws IOException {
        int failure = failing.get();
        contentTypes.add(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
        RemoteWriteAnswer answer = failure != 0
                ? new RemoteWriteAnswer(failure, java.util.Map.of(), "told to fail")
                : receiver.receive(exchange.getRequestHeaders()::getFirst, exchange.getRequestBody());
        answers.add(answer.status());
        byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
        if (text.length > 0) {
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
