package io.dawsos.observatory.ingest.otlp;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.util.List;

/** Writes the points of one metric. */
final class MetricWriter {
    private final MetricNames names;
    private final ResourceLabels resource;
    private final ScopeMetrics scope;
    private final PointWriter writer;

    MetricWriter(MetricNames names, ResourceLabels resource, ScopeMetrics scope, PointWriter writer) {
        this.names = names;
        this.resource = resource;
        this.scope = scope;
        this.writer = writer;
    }

    void write(Metric metric) {
        switch (metric.getDataCase()) {
            case GAUGE ->
                numbers(metric, MetricNames.Kind.GAUGE, metric.getGauge().getDataPointsList());
            case SUM -> sum(metric, metric.getSum());
            case HISTOGRAM -> histograms(metric);
            case EXPONENTIAL_HISTOGRAM -> exponential(metric);
            case SUMMARY -> summaries(metric);
            default ->
                writer.reject(0, "the metric \"" + metric.getName() + "\" has no points of a kind that is known");
        }
    }

    private String named(Metric metric, MetricNames.Kind kind, String type, int points) {
        String name = names.of(metric.getName(), metric.getUnit(), kind);
        if (name.isEmpty()) {
            writer.reject(points, "the metric \"" + metric.getName() + "\" has no name that a series may have");
        } else {
            writer.metadata(name, new MetricMetadata(type, metric.getUnit(), metric.getDescription()));
        }
        return name;
    }

    private Labels labels(String name, List<KeyValue> attributes) {
        return resource.of(attributes, scope).with(Labels.METRIC_NAME, name);
    }

    private boolean isCumulative(Metric metric, AggregationTemporality temporality, int points) {
        if (temporality == AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE) {
            return true;
        }
        String came = temporality == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA ? "delta" : "no";
        writer.reject(
                points,
                "the metric \"" + metric.getName() + "\" has " + came
                        + " temporality, wanted cumulative; set OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE=cumulative"
                        + " or put the collector's deltatocumulative processor before this");
        return false;
    }

    private void sum(Metric metric, Sum sum) {
        if (isCumulative(metric, sum.getAggregationTemporality(), sum.getDataPointsCount())) {
            numbers(
                    metric,
                    sum.getIsMonotonic() ? MetricNames.Kind.COUNTER : MetricNames.Kind.OTHER,
                    sum.getDataPointsList());
        }
    }

    private void numbers(Metric metric, MetricNames.Kind kind, List<NumberDataPoint> points) {
        String name = named(metric, kind, kind == MetricNames.Kind.COUNTER ? "counter" : "gauge", points.size());
        if (name.isEmpty()) {
            return;
        }
        for (NumberDataPoint point : points) {
            writer.number(labels(name, point.getAttributesList()), point, kind == MetricNames.Kind.COUNTER);
        }
    }

    private void histograms(Metric metric) {
        List<HistogramDataPoint> points = metric.getHistogram().getDataPointsList();
        if (!isCumulative(metric, metric.getHistogram().getAggregationTemporality(), points.size())) {
            return;
        }
        String name = named(metric, MetricNames.Kind.OTHER, "histogram", points.size());
        if (name.isEmpty()) {
            return;
        }
        for (HistogramDataPoint point : points) {
            writer.histogram(labels(name, point.getAttributesList()), point);
        }
    }

    private void exponential(Metric metric) {
        List<ExponentialHistogramDataPoint> points =
                metric.getExponentialHistogram().getDataPointsList();
        if (!isCumulative(metric, metric.getExponentialHistogram().getAggregationTemporality(), points.size())) {
            return;
        }
        String name = named(metric, MetricNames.Kind.OTHER, "histogram", points.size());
        if (name.isEmpty()) {
            return;
        }
        for (ExponentialHistogramDataPoint point : points) {
            writer.exponential(labels(name, point.getAttributesList()), point);
        }
    }

    private void summaries(Metric metric) {
        List<SummaryDataPoint> points = metric.getSummary().getDataPointsList();
        String name = named(metric, MetricNames.Kind.OTHER, "summary", points.size());
        if (name.isEmpty()) {
            return;
        }
        for (SummaryDataPoint point : points) {
            writer.summary(labels(name, point.getAttributesList()), point);
        }
    }
}
