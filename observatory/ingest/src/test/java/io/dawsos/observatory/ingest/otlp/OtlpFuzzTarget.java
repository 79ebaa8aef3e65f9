package io.dawsos.observatory.ingest.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.ingest.RecordingSink;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Jazzer feeds its inputs to: whatever protobuf takes for a request is stored or rejected. */
public final class OtlpFuzzTarget {
    private static final OtlpMetrics CLASSIC = new OtlpMetrics(OtlpConfig.defaults());
    private static final OtlpMetrics CUSTOM = new OtlpMetrics(OtlpConfig.read(ConfigFile.parse(
                    "fuzz.yml",
                    "{convert_histograms_to_nhcb: true, translation_strategy: NoUTF8EscapingWithSuffixes,"
                            + " promote_all_resource_attributes: true, promote_scope_metadata: true}")
            .map()));

    private OtlpFuzzTarget() {}

    /** Writes what to begin with. */
    public static Path corpus(Path folder) throws IOException {
        AggregationTemporality cumulative = AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
        Metric classic = Metric.newBuilder()
                .setName("wait")
                .setUnit("s/By")
                .setHistogram(Histogram.newBuilder()
                        .setAggregationTemporality(cumulative)
                        .addDataPoints(HistogramDataPoint.newBuilder()
                                .setTimeUnixNano(5_000_000)
                                .setCount(3)
                                .addExplicitBounds(1)
                                .addBucketCounts(1)
                                .addBucketCounts(2)))
                .build();
        Metric exponential = Metric.newBuilder()
                .setName("size")
                .setExponentialHistogram(ExponentialHistogram.newBuilder()
                        .setAggregationTemporality(cumulative)
                        .addDataPoints(ExponentialHistogramDataPoint.newBuilder()
                                .setTimeUnixNano(5_000_000)
                                .setCount(3)
                                .setScale(10)
                                .setPositive(ExponentialHistogramDataPoint.Buckets.newBuilder()
                                        .setOffset(4)
                                        .addBucketCounts(3))))
                .build();
        Files.createDirectories(folder);
        Files.write(
                folder.resolve("request"),
                ExportMetricsServiceRequest.newBuilder()
                        .addResourceMetrics(ResourceMetrics.newBuilder()
                                .addScopeMetrics(ScopeMetrics.newBuilder()
                                        .addMetrics(classic)
                                        .addMetrics(exponential)))
                        .build()
                        .toByteArray());
        return folder;
    }

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        ExportMetricsServiceRequest request;
        try {
            request = ExportMetricsServiceRequest.parseFrom(data);
        } catch (InvalidProtocolBufferException e) {
            return;
        }
        CLASSIC.write(request, new RecordingSink());
        CUSTOM.write(request, new RecordingSink());
    }
}
