package io.dawsos.benchmarks;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.TelemetrySettings;
import io.dawsos.telemetry.metrics.Histogram;
import io.dawsos.telemetry.metrics.Label;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Observing {@code http_request_duration_seconds}: classic buckets, the native histogram beside them, and exemplars. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HistogramBenchmark {

    private final Telemetry telemetry = Telemetry.start(TelemetrySettings.from(Map.of()));
    private final Span span = telemetry.tracer().spanBuilder("http.request").startSpan();
    private final Histogram histogram = telemetry
            .metrics()
            .histogram(
                    "http_request_duration_seconds",
                    "How long requests took.",
                    new double[] {0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 1.2, 2.0, 5.0, 10.0},
                    Label.of("method", "GET", "POST"),
                    Label.of("endpoint", "/valuation", "/portfolios"),
                    Label.of("cache_hit", "true", "false", "none"));
    private final Histogram.Series series = histogram.series("GET", "/valuation", "true");
    private double seconds = 0.0031;

    @TearDown
    public void close() {
        span.end();
        telemetry.close();
    }

    @Benchmark
    public void byLabels() {
        histogram.observe(seconds, "GET", "/valuation", "true");
    }

    @Benchmark
    public void keptSeries() {
        series.observe(seconds);
    }

    @Benchmark
    public void byLabelsInASampledSpan() {
        try (Scope _ = span.makeCurrent()) {
            histogram.observe(seconds, "GET", "/valuation", "true");
        }
    }
}
