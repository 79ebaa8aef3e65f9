package io.dawsos.telemetry.testing;

import com.google.protobuf.Message;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/** A real OTLP/HTTP receiver of protobuf on a free port, which can be told to answer an error. */
public final class OtlpHttpReceiver implements AutoCloseable {

    private static final String PROTOBUF = "application/x-protobuf";

    private final Queue<ResourceSpans> spans = new ConcurrentLinkedQueue<>();
    private final Queue<LogRecord> logs = new ConcurrentLinkedQueue<>();
    private final Queue<String> authorizations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;
    private volatile int status = 200;

    private OtlpHttpReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/v1/traces", this::traces);
        server.createContext("/v1/logs", this::logs);
        server.start();
    }

    public static OtlpHttpReceiver start() throws IOException {
        return new OtlpHttpReceiver();
    }

    /** For {@code OTEL_EXPORTER_OTLP_ENDPOINT}: what a signal's path is added to. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What is answered from now on; nothing is taken unless it is 200. */
    public void answer(int status) {
        this.status = status;
    }

    /** How many export requests came, whatever became of them. */
    public int requests() {
        return requests.get();
    }

    public List<ResourceSpans> resourceSpans() {
        return List.copyOf(spans);
    }

    public List<Span> spans() {
        return spans.stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    public List<LogRecord> logRecords() {
        return List.copyOf(logs);
    }

    /** The header {@code Authorization} of each request that had one. */
    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void traces(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = body(exchange)) {
            ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(body);
            if (status == 200) {
                spans.addAll(request.getResourceSpansList());
            }
            answer(exchange, ExportTraceServiceResponse.getDefaultInstance());
        }
    }

    private void logs(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = body(exchange)) {
            ExportLogsServiceRequest request = ExportLogsServiceRequest.parseFrom(body);
            if (status == 200) {
                request.getResourceLogsList().stream()
                        .flatMap(resource -> resource.getScopeLogsList().stream())
                        .flatMap(scope -> scope.getLogRecordsList().stream())
                        .forEach(logs::add);
            }
            answer(exchange, ExportLogsServiceResponse.getDefaultInstance());
        }
    }

    /** As the specification has it: protobuf by its content type, gzip by its content encoding, and nothing else. */
    private InputStream body(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null) {
            authorizations.add(authorization);
        }
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (!PROTOBUF.equals(type) || !exchange.getRequestMethod().equals("POST")) {
            throw new IOException(
                    "wanted a POST of " + PROTOBUF + ", got a " + exchange.getRequestMethod() + " of " + type);
        }
        String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        return "gzip".equals(encoding) ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    private void answer(HttpExchange exchange, Message response) throws IOException {
        byte[] bytes = response.toByteArray();
        exchange.getResponseHeaders().set("Content-Type", PROTOBUF);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
