package io.dawsos.observatory.ingest.otlp;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;

/**
 * What became of a request.
 *
 * @param rejected points that are not stored, wholly or in part
 * @param message why; empty when all are
 */
public record OtlpOutcome(long rejected, String message) {

    /** As OTLP tells it to the sender. */
    public ExportMetricsServiceResponse response() {
        ExportMetricsServiceResponse.Builder response = ExportMetricsServiceResponse.newBuilder();
        if (rejected > 0 || !message.isEmpty()) {
            response.setPartialSuccess(ExportMetricsPartialSuccess.newBuilder()
                    .setRejectedDataPoints(rejected)
                    .setErrorMessage(message));
        }
        return response.build();
    }
}
