package io.dawsos.observatory.server.otlp;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** OTLP's metrics over gRPC. */
public final class OtlpGrpc extends MetricsServiceGrpc.MetricsServiceImplBase {
    private static final Logger LOG = LoggerFactory.getLogger(OtlpGrpc.class);

    private final OtlpSink sink;

    public OtlpGrpc(OtlpSink sink) {
        this.sink = sink;
    }

    @Override
    public void export(ExportMetricsServiceRequest request, StreamObserver<ExportMetricsServiceResponse> response) {
        try {
            response.onNext(sink.write(request).response());
            response.onCompleted();
        } catch (IOException e) {
            LOG.warn("metrics of OTLP were not stored", e);
            response.onError(Status.UNAVAILABLE
                    .withDescription("the metrics could not be stored; send them again")
                    .asRuntimeException());
        }
    }
}
