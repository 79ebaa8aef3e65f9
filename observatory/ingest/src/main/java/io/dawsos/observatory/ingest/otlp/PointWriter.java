package io.dawsos.observatory.ingest.otlp;

import io.dawsos.observatory.ingest.exposition.FloatText;
import io.dawsos.observatory.ingest.wire.UnsignedNumber;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.StaleMarker;
import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.util.List;

/** Writes points as samples, one or more each. */
final class PointWriter {
    private static final long NANOS = 1_000_000;

    private final OtlpConfig config;
    private final ExemplarReader exemplars;
    private final Appender appender;
    private final Rejections rejections;
    private long newest;

    PointWriter(OtlpConfig config, AttributeLabels labels, Appender appender, Rejections rejections) {
        this.config = config;
        exemplars = new ExemplarReader(labels);
        this.appender = appender;
        this.rejections = rejections;
    }

    /** The newest timestamp that was written, in milliseconds; 0 before there is one. */
    long newest() {
        return newest;
    }

    void reject(int points, String reason) {
        rejections.add(points, reason);
    }

    void metadata(String metric, MetricMetadata metadata) {
        appender.metadata(metric, metadata);
    }

    private long time(long nanos) {
        long time = Long.divideUnsigned(nanos, NANOS);
        newest = Math.max(newest, time);
        return time;
    }

    private static boolean isStale(int flags) {
        return (flags & DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE) != 0;
    }

    private void append(Labels series, long time, double value, long startNanos) {
        appender.append(series, time, value);
        start(time, startNanos);
    }

    private void start(long time, long startNanos) {
        long started = Long.divideUnsigned(startNanos, NANOS);
        if (started > 0 && started <= time) {
            appender.startedAt(started);
        }
    }

    void number(Labels series, NumberDataPoint point, boolean counter) {
        double value =
                switch (point.getValueCase()) {
                    case AS_INT -> (double) point.getAsInt();
                    case AS_DOUBLE -> point.getAsDouble();
                    case VALUE_NOT_SET -> 0;
                };
        long time = time(point.getTimeUnixNano());
        append(
                series,
                time,
                isStale(point.getFlags()) ? StaleMarker.value() : value,
                counter ? point.getStartTimeUnixNano() : 0);
        if (counter) {
            exemplars.read(point.getExemplarsList()).forEach(one -> appender.exemplar(series, one));
        }
    }

    private static Labels named(Labels series, String ending) {
        return series.with(Labels.METRIC_NAME, series.metricName() + ending);
    }

    void summary(Labels series, SummaryDataPoint point) {
        long time = time(point.getTimeUnixNano());
        long start = point.getStartTimeUnixNano();
        boolean stale = isStale(point.getFlags());
        append(named(series, "_sum"), time, stale ? StaleMarker.value() : point.getSum(), start);
        append(named(series, "_count"), time, stale ? StaleMarker.value() : UnsignedNumber.of(point.getCount()), start);
        for (SummaryDataPoint.ValueAtQuantile quantile : point.getQuantileValuesList()) {
            append(
                    series.with("quantile", FloatText.plain(quantile.getQuantile())),
                    time,
                    stale ? StaleMarker.value() : quantile.getValue(),
                    start);
        }
    }

    void histogram(Labels series, HistogramDataPoint point) {
        if (point.getBucketCountsCount() > 0 && point.getBucketCountsCount() != point.getExplicitBoundsCount() + 1) {
            reject(
                    1,
                    "a point of " + series + " has " + point.getBucketCountsCount() + " buckets and "
                            + point.getExplicitBoundsCount() + " bounds, wanted one bucket more than bounds");
        } else if (config.customBuckets()) {
            nativeHistogram(
                    series, point.getTimeUnixNano(), point.getStartTimeUnixNano(), () -> Histograms.custom(point));
            exemplars.read(point.getExemplarsList()).forEach(one -> appender.exemplar(series, one));
        } else {
            classic(series, point);
        }
    }

    private void classic(Labels series, HistogramDataPoint point) {
        long time = time(point.getTimeUnixNano());
        long start = point.getStartTimeUnixNano();
        boolean stale = isStale(point.getFlags());
        if (point.hasSum()) {
            append(named(series, "_sum"), time, stale ? StaleMarker.value() : point.getSum(), start);
        }
        double count = stale ? StaleMarker.value() : UnsignedNumber.of(point.getCount());
        append(named(series, "_count"), time, count, start);
        Labels bucket = named(series, "_bucket");
        List<Exemplar> all = exemplars.read(point.getExemplarsList());
        double cumulative = 0;
        double lower = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < point.getExplicitBoundsCount(); i++) {
            double bound = point.getExplicitBounds(i);
            cumulative += point.getBucketCountsCount() > i ? UnsignedNumber.of(point.getBucketCounts(i)) : 0;
            if (bound < Double.POSITIVE_INFINITY) {
                Labels one = bucket.with("le", FloatText.plain(bound));
                append(one, time, stale ? StaleMarker.value() : cumulative, start);
                exemplars(one, all, lower, bound);
                lower = bound;
            }
        }
        Labels last = bucket.with("le", "+Inf");
        append(last, time, count, start);
        exemplars(last, all, lower, Double.POSITIVE_INFINITY);
    }

    private void exemplars(Labels series, List<Exemplar> all, double above, double upTo) {
        for (Exemplar one : all) {
            if ((one.value() > above || above == Double.NEGATIVE_INFINITY) && one.value() <= upTo) {
                appender.exemplar(series, one);
            }
        }
    }

    void exponential(Labels series, ExponentialHistogramDataPoint point) {
        nativeHistogram(
                series, point.getTimeUnixNano(), point.getStartTimeUnixNano(), () -> Histograms.exponential(point));
        exemplars.read(point.getExemplarsList()).forEach(one -> appender.exemplar(series, one));
    }

    /** Something that makes a histogram, or throws an {@link IllegalArgumentException} that says what is wrong. */
    private interface Making {
        NativeHistogram make();
    }

    private void nativeHistogram(Labels series, long nanos, long startNanos, Making making) {
        NativeHistogram histogram;
        try {
            histogram = making.make();
        } catch (IllegalArgumentException e) {
            reject(1, "a point of " + series + ": " + e.getMessage());
            return;
        }
        long time = time(nanos);
        appender.append(series, time, histogram);
        start(time, startNanos);
    }
}
