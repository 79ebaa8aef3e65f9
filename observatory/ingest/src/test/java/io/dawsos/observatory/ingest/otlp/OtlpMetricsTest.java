package io.dawsos.observatory.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.ingest.RecordingSink;
import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.model.StaleMarker;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.metrics.v1.Summary;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OtlpMetricsTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final long NANOS = 1_000_000;
    private static final AggregationTemporality CUMULATIVE = AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;

    private final RecordingSink sink = new RecordingSink();

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static OtlpConfig config(String text) {
        return OtlpConfig.read(ConfigFile.parse("prometheus.yml", text).map());
    }

    private OtlpOutcome write(String config, Metric... metrics) throws IOException {
        ScopeMetrics scope = ScopeMetrics.newBuilder()
                .setScope(InstrumentationScope.newBuilder()
                        .setName("lib")
                        .setVersion("1.2")
                        .addAttributes(attribute("kind", "x")))
                .addAllMetrics(List.of(metrics))
                .build();
        Resource resource = Resource.newBuilder()
                .addAttributes(attribute("service.name", "shop"))
                .addAttributes(attribute("service.namespace", "web"))
                .addAttributes(attribute("service.instance.id", "i1"))
                .addAttributes(attribute("cloud.region", "eu"))
                .build();
        return new OtlpMetrics(config(config))
                .write(
                        ExportMetricsServiceRequest.newBuilder()
                                .addResourceMetrics(ResourceMetrics.newBuilder()
                                        .setResource(resource)
                                        .addScopeMetrics(scope))
                                .build(),
                        sink);
    }

    private static NumberDataPoint.Builder point(double value) {
        return NumberDataPoint.newBuilder().setTimeUnixNano(NOW * NANOS).setAsDouble(value);
    }

    private static Metric gauge(String name, String unit, NumberDataPoint.Builder point) {
        return Metric.newBuilder()
                .setName(name)
                .setUnit(unit)
                .setDescription("What it is")
                .setGauge(Gauge.newBuilder().addDataPoints(point))
                .build();
    }

    private static Metric counter(AggregationTemporality temporality, NumberDataPoint.Builder point) {
        return Metric.newBuilder()
                .setName("http.requests")
                .setUnit("{request}")
                .setSum(Sum.newBuilder()
                        .setIsMonotonic(true)
                        .setAggregationTemporality(temporality)
                        .addDataPoints(point))
                .build();
    }

    private static Labels labels(String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(more, 0, all, 4, more.length);
        all[0] = "job";
        all[1] = "web/shop";
        all[2] = "instance";
        all[3] = "i1";
        return Labels.of(all);
    }

    @Test
    void gauge_ofAResource_getsJobInstanceAndTargetInfo() throws IOException {
        OtlpOutcome outcome = write("", gauge("pool.size", "1", point(4).addAttributes(attribute("pool.name", "a"))));

        assertThat(outcome).isEqualTo(new OtlpOutcome(0, ""));
        assertThat(outcome.response().hasPartialSuccess()).isFalse();
        Labels pool = labels("__name__", "pool_size_ratio", "pool_name", "a");
        assertThat(sink.samples(pool)).containsExactly(new RecordingSink.Sample(NOW, 4, null, 0));
        assertThat(sink.samples(labels("__name__", "target_info", "cloud_region", "eu")))
                .containsExactly(new RecordingSink.Sample(NOW, 1, null, 0));
        assertThat(sink.metadata()).containsEntry("pool_size_ratio", new MetricMetadata("gauge", "1", "What it is"));
    }

    @Test
    void counter_withStartAndExemplar_isStored() throws IOException {
        NumberDataPoint.Builder point = point(9).setStartTimeUnixNano((NOW - 5000) * NANOS)
                .addExemplars(Exemplar.newBuilder()
                        .setAsInt(3)
                        .setTimeUnixNano((NOW - 1) * NANOS)
                        .setTraceId(ByteString.copyFrom(new byte[] {1, (byte) 0xab}))
                        .addFilteredAttributes(attribute("user", "u")));
        write("", counter(CUMULATIVE, point));

        Labels series = labels("__name__", "http_requests_total");
        assertThat(sink.samples(series)).containsExactly(new RecordingSink.Sample(NOW, 9, null, NOW - 5000));
        assertThat(sink.exemplars(series))
                .containsExactly(new io.dawsos.observatory.model.Exemplar(
                        Labels.of("trace_id", "01ab", "user", "u"), 3, NOW - 1));
    }

    @Test
    void delta_isRejectedAndTheRestIsStored() throws IOException {
        OtlpOutcome outcome = write(
                "", counter(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA, point(1)), gauge("g", "", point(2)));

        assertThat(outcome.rejected()).isEqualTo(1);
        assertThat(outcome.message())
                .startsWith("the metric \"http.requests\" has delta temporality, wanted cumulative");
        assertThat(outcome.response().getPartialSuccess().getRejectedDataPoints())
                .isEqualTo(1);
        assertThat(sink.series()).containsKey(labels("__name__", "g"));
    }

    private static Metric histogram() {
        return Metric.newBuilder()
                .setName("wait")
                .setUnit("s")
                .setHistogram(Histogram.newBuilder()
                        .setAggregationTemporality(CUMULATIVE)
                        .addDataPoints(HistogramDataPoint.newBuilder()
                                .setTimeUnixNano(NOW * NANOS)
                                .setCount(6)
                                .setSum(7.5)
                                .addExplicitBounds(0.5)
                                .addExplicitBounds(1)
                                .addBucketCounts(1)
                                .addBucketCounts(0)
                                .addBucketCounts(5)
                                .addExemplars(
                                        Exemplar.newBuilder().setAsDouble(0.75).setTimeUnixNano(NOW * NANOS))))
                .build();
    }

    @Test
    void histogram_isSpreadOverSeries() throws IOException {
        write("", histogram());

        assertThat(sink.texts())
                .contains(
                        labels("__name__", "wait_seconds_bucket", "le", "0.5") + " 1.0",
                        labels("__name__", "wait_seconds_bucket", "le", "1") + " 1.0",
                        labels("__name__", "wait_seconds_bucket", "le", "+Inf") + " 6.0",
                        labels("__name__", "wait_seconds_count") + " 6.0",
                        labels("__name__", "wait_seconds_sum") + " 7.5");
        assertThat(sink.exemplars(labels("__name__", "wait_seconds_bucket", "le", "1")))
                .hasSize(1);
        assertThat(sink.exemplars(labels("__name__", "wait_seconds_bucket", "le", "+Inf")))
                .isEmpty();
    }

    @Test
    void histogram_asCustomBuckets_isOneSample() throws IOException {
        write("convert_histograms_to_nhcb: true", histogram());

        assertThat(sink.samples(labels("__name__", "wait_seconds")).getFirst().histogram())
                .isEqualTo(new NativeHistogram(
                        NativeHistogram.CUSTOM_SCHEMA,
                        0,
                        0,
                        6,
                        7.5,
                        new Buckets(new int[] {0, 2}, new double[] {1, 5}),
                        Buckets.NONE,
                        List.of(0.5, 1.0),
                        CounterReset.UNKNOWN));
    }

    private static Metric exponential(int scale, int flags) {
        return Metric.newBuilder()
                .setName("size")
                .setExponentialHistogram(ExponentialHistogram.newBuilder()
                        .setAggregationTemporality(CUMULATIVE)
                        .addDataPoints(ExponentialHistogramDataPoint.newBuilder()
                                .setTimeUnixNano(NOW * NANOS)
                                .setScale(scale)
                                .setCount(7)
                                .setSum(9)
                                .setZeroCount(1)
                                .setFlags(flags)
                                .setPositive(ExponentialHistogramDataPoint.Buckets.newBuilder()
                                        .setOffset(-1)
                                        .addBucketCounts(1)
                                        .addBucketCounts(2)
                                        .addBucketCounts(0)
                                        .addBucketCounts(3))))
                .build();
    }

    private NativeHistogram stored() {
        return Objects.requireNonNull(
                sink.samples(labels("__name__", "size")).getFirst().histogram());
    }

    @Test
    void exponentialHistogram_isShiftedByOneBucket() throws IOException {
        write("", exponential(3, 0));
        assertThat(stored())
                .isEqualTo(new NativeHistogram(
                        3,
                        1e-128,
                        1,
                        7,
                        9,
                        new Buckets(new int[] {0, 1, 3}, new double[] {1, 2, 3}),
                        Buckets.NONE,
                        List.of(),
                        CounterReset.UNKNOWN));
    }

    @Test
    void exponentialHistogram_tooFine_isMadeCoarser() throws IOException {
        write("", exponential(9, 0));
        assertThat(stored().schema()).isEqualTo(8);
        assertThat(stored().positive()).isEqualTo(new Buckets(new int[] {0, 1, 2}, new double[] {1, 2, 3}));
    }

    @Test
    void exponentialHistogram_tooCoarse_isRejected() throws IOException {
        assertThat(write("", exponential(-5, 0)).message()).contains("scale is -4 or more, got -5");
    }

    @Test
    void point_withoutValue_isAStaleMarker() throws IOException {
        write("", exponential(0, 1), gauge("g", "", point(0).setFlags(1)));
        assertThat(stored().isStale()).isTrue();
        assertThat(StaleMarker.is(
                        sink.samples(labels("__name__", "g")).getFirst().value()))
                .isTrue();
    }

    @Test
    void summary_isSpreadOverSeries() throws IOException {
        write(
                "",
                Metric.newBuilder()
                        .setName("rpc")
                        .setSummary(Summary.newBuilder()
                                .addDataPoints(SummaryDataPoint.newBuilder()
                                        .setTimeUnixNano(NOW * NANOS)
                                        .setCount(3)
                                        .setSum(1.5)
                                        .addQuantileValues(SummaryDataPoint.ValueAtQuantile.newBuilder()
                                                .setQuantile(0.99)
                                                .setValue(0.7))))
                        .build());
        assertThat(sink.texts())
                .contains(
                        labels("__name__", "rpc", "quantile", "0.99") + " 0.7",
                        labels("__name__", "rpc_count") + " 3.0",
                        labels("__name__", "rpc_sum") + " 1.5");
    }

    @Test
    void attributes_promotedAndScope_becomeLabels() throws IOException {
        write("""
                promote_resource_attributes: [cloud.region]
                promote_scope_metadata: true
                keep_identifying_resource_attributes: true
                translation_strategy: NoTranslation
                """, gauge("pool.size", "1", point(4).addAttributes(attribute("pool.name", "a"))));

        assertThat(sink.series().keySet())
                .containsExactlyInAnyOrder(
                        labels(
                                "__name__",
                                "pool.size",
                                "pool.name",
                                "a",
                                "cloud.region",
                                "eu",
                                "otel_scope_name",
                                "lib",
                                "otel_scope_version",
                                "1.2",
                                "otel_scope_kind",
                                "x"),
                        labels(
                                "__name__",
                                "target_info",
                                "cloud.region",
                                "eu",
                                "service.name",
                                "shop",
                                "service.namespace",
                                "web",
                                "service.instance.id",
                                "i1"));
    }

    @Test
    void attributes_ofOneLabelName_areJoined() throws IOException {
        write(
                "",
                gauge(
                        "g",
                        "",
                        point(1).addAttributes(attribute("a_b", "2"))
                                .addAttributes(attribute("a.b", "1"))
                                .addAttributes(attribute("_x", "u"))
                                .addAttributes(attribute("9", "n"))));
        assertThat(sink.series()).containsKey(labels("__name__", "g", "a_b", "1;2", "key_x", "u", "key_9", "n"));
    }

    @Test
    void config_wrong_saysWhereAndWhat() {
        assertThatThrownBy(() -> config("translation_strategy: Other"))
                .hasMessageContaining("no such strategy: \"Other\"; there are UnderscoreEscapingWithSuffixes, ");
        assertThatThrownBy(() -> config("promote_all: true")).hasMessageContaining("promote_all");
        assertThatThrownBy(() -> config("ignore_resource_attributes: [a]"))
                .hasMessageContaining("wants promote_all_resource_attributes: true");
    }
}
