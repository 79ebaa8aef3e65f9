package io.dawsos.observatory.server.otlp;

import io.dawsos.observatory.ingest.otlp.OtlpConfig;
import io.dawsos.observatory.ingest.otlp.OtlpMetrics;
import io.dawsos.observatory.ingest.otlp.OtlpOutcome;
import io.dawsos.observatory.model.SeriesSink;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.io.IOException;

/** Writes OTLP's metrics by the configuration of the moment. Safe for use by many threads. */
public final class OtlpSink {
    private final SeriesSink sink;
    private volatile OtlpMetrics metrics = new OtlpMetrics(OtlpConfig.defaults());

    public OtlpSink(SeriesSink sink) {
        this.sink = sink;
    }

    /** Requests that come from now on are written so. */
    public void apply(OtlpConfig config) {
        metrics = new OtlpMetrics(config);
    }

    OtlpOutcome write(ExportMetricsServiceRequest request) throws IOException {
        return metrics.write(request, sink);
    }
}
