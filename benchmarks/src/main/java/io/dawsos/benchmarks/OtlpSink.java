package io.dawsos.benchmarks;

import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.LongAdder;

/**
 * Takes spans, log records and metrics over OTLP/gRPC and accepts them all, counting their bytes: cheap, so that it is
 * the sender that is measured.
 */
public final class OtlpSink implements AutoCloseable {

    private static final Marshaller<byte[]> BYTES = new Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    /** Of protobuf, an answer with no fields: all accepted. */
    private static final byte[] ACCEPTED = {};

    private final LongAdder traces = new LongAdder();
    private final LongAdder logs = new LongAdder();
    private final LongAdder metrics = new LongAdder();
    private final Server server;

    /** How many bytes came of each kind. */
    public record Received(long traces, long logs, long metrics) {
        public Received plus(Received other) {
            return new Received(traces + other.traces, logs + other.logs, metrics + other.metrics);
        }

        public Received since(Received earlier) {
            return new Received(traces - earlier.traces, logs - earlier.logs, metrics - earlier.metrics);
        }
    }

    private OtlpSink() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(service("trace.v1.TraceService", traces))
                .addService(service("logs.v1.LogsService", logs))
                .addService(service("metrics.v1.MetricsService", metrics))
                .build()
                .start();
    }

    /** On a free port of the loopback address. */
    public static OtlpSink start() throws IOException {
        return new OtlpSink();
    }

    /** What {@code OTEL_EXPORTER_OTLP_ENDPOINT} wants. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getPort();
    }

    public Received received() {
        return new Received(traces.sum(), logs.sum(), metrics.sum());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static BindableService service(String name, LongAdder bytes) {
        String service = "opentelemetry.proto.collector." + name;
        MethodDescriptor<byte[], byte[]> export = MethodDescriptor.newBuilder(BYTES, BYTES)
                .setType(MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(service, "Export"))
                .build();
        return () -> ServerServiceDefinition.builder(service)
                .addMethod(export, ServerCalls.asyncUnaryCall((byte[] request, StreamObserver<byte[]> answer) -> {
                    bytes.add(request.length);
                    answer.onNext(ACCEPTED);
                    answer.onCompleted();
                }))
                .build();
    }
}
