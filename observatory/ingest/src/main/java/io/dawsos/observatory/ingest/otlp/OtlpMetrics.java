package io.dawsos.observatory.ingest.otlp;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.SeriesSink;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.io.IOException;

/**
 * Writes OTLP's metrics as series, with the names, labels and buckets that Prometheus gives them. What has no place among
 * Prometheus's series, such as differences where it has running totals, is rejected and told, and the rest is stored. Safe
 * for use by many threads.
 */
public final class OtlpMetrics {
    private final OtlpConfig config;
    private final MetricNames names;
    private final AttributeLabels labels;

    public OtlpMetrics(OtlpConfig config) {
        this.config = config;
        names = new MetricNames(config.strategy());
        labels = new AttributeLabels(new LabelNames(config));
    }

    /** @throws IOException when nothing could be stored; the sender may try again */
    public OtlpOutcome write(ExportMetricsServiceRequest request, SeriesSink sink) throws IOException {
        Appender appender = sink.appender();
        Rejections rejections = new Rejections();
        AppendOutcome outcome;
        try {
            for (ResourceMetrics resource : request.getResourceMetricsList()) {
                resource(resource, appender, rejections);
            }
            outcome = appender.commit();
        } catch (IOException | RuntimeException e) {
            appender.rollback();
            throw e;
        }
        return rejections.outcome(outcome);
    }

    private void resource(ResourceMetrics metrics, Appender appender, Rejections rejections) {
        ResourceLabels resource = new ResourceLabels(config, labels, metrics.getResource());
        PointWriter writer = new PointWriter(config, labels, appender, rejections);
        for (ScopeMetrics scope : metrics.getScopeMetricsList()) {
            for (Metric metric : scope.getMetricsList()) {
                new MetricWriter(names, resource, scope, writer).write(metric);
            }
        }
        Labels info = resource.targetInfo();
        if (!info.isEmpty() && writer.newest() > 0) {
            appender.append(info, writer.newest(), 1);
        }
    }
}
