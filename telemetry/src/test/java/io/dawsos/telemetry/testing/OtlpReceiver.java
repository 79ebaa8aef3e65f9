package io.dawsos.telemetry.testing;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A real OTLP/gRPC receiver on a free port, which can be told to hang or to answer an error. */
public final class OtlpReceiver implements AutoCloseable {

    /** What happens to a request. */
    public enum Behaviour {
        TAKE,
        REFUSE,
        HANG
    }

    private final Queue<ResourceSpans> spans = new ConcurrentLinkedQueue<>();
    private final Queue<ResourceLogs> logs = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Server server;
    private volatile Behaviour behaviour = Behaviour.TAKE;

    private OtlpReceiver(int port) throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .addService(new Traces())
                .addService(new Logs())
                .build()
                .start();
    }

    public static OtlpReceiver start() throws IOException {
        return new OtlpReceiver(0);
    }

    /** For {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getPort();
    }

    public void behave(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** How many export requests came, whatever became of them. */
    public int requests() {
        return requests.get();
    }

    public List<ResourceSpans> resourceSpans() {
        return List.copyOf(spans);
    }

    /** The spans that were taken, in the order in which they came. */
    public List<Span> spans() {
        return spans.stream()
                .map(ResourceSpans::getScopeSpansList)
                .flatMap(List::stream)
                .map(ScopeSpans::getSpansList)
                .flatMap(List::stream)
                .toList();
    }

    /** The spans of one trace. */
    public List<Span> trace(String traceId) {
        return spans().stream()
                .filter(span -> id(span.getTraceId()).equals(traceId))
                .toList();
    }

    /** The log records that were taken, in the order in which they came. */
    public List<LogRecord> logs() {
        return logs.stream()
                .map(ResourceLogs::getScopeLogsList)
                .flatMap(List::stream)
                .map(ScopeLogs::getLogRecordsList)
                .flatMap(List::stream)
                .toList();
    }

    /** An id as lower-case hex. */
    public static String id(com.google.protobuf.ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    /** Attributes by name: String, Long, Double or Boolean. */
    public static Map<String, Object> attributes(List<KeyValue> attributes) {
        Map<String, Object> values = new TreeMap<>();
        for (KeyValue each : attributes) {
            values.put(
                    each.getKey(),
                    switch (each.getValue().getValueCase()) {
                        case STRING_VALUE -> each.getValue().getStringValue();
                        case INT_VALUE -> each.getValue().getIntValue();
                        case DOUBLE_VALUE -> each.getValue().getDoubleValue();
                        case BOOL_VALUE -> each.getValue().getBoolValue();
                        default -> each.getValue().toString();
                    });
        }
        return values;
    }

    @Override
    public void close() {
        var _ = server.shutdownNow();
    }

    private <R> void answer(Runnable take, R response, StreamObserver<R> to) {
        requests.incrementAndGet();
        switch (behaviour) {
            case TAKE -> {
                take.run();
                to.onNext(response);
                to.onCompleted();
            }
            case REFUSE ->
                to.onError(Status.INTERNAL.withDescription("told to refuse").asException());
            case HANG -> {} // until the caller has had enough
        }
    }

    private final class Traces extends TraceServiceGrpc.TraceServiceImplBase {
        @Override
        public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> to) {
            answer(
                    () -> spans.addAll(request.getResourceSpansList()),
                    ExportTraceServiceResponse.getDefaultInstance(),
                    to);
        }
    }

    private final class Logs extends LogsServiceGrpc.LogsServiceImplBase {
        @Override
        public void export(ExportLogsServiceRequest request, StreamObserver<ExportLogsServiceResponse> to) {
            answer(
                    () -> logs.addAll(request.getResourceLogsList()),
                    ExportLogsServiceResponse.getDefaultInstance(),
                    to);
        }
    }
}
