package io.dawsos.benchmarks.series;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.tsdb.StoreSettings;
import io.dawsos.observatory.tsdb.TimeSeriesStore;
import io.dawsos.observatory.tsdb.codec.ByteSink;
import io.dawsos.observatory.tsdb.codec.Chunk;
import io.dawsos.observatory.tsdb.codec.SampleRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The hot parts of engine and store: 10,000 series over an hour at 15 s, chunks of 120 samples of a counter. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SeriesBenchmark {
    private static final int INSTANCES = 40;
    private static final int SCRAPES = 240;
    private static final long START = 1_790_000_000_000L;
    private static final String P95 = "histogram_quantile(0.95,"
            + " sum by (le) (rate(http_request_duration_seconds_bucket{job=\"job-1\"}[5m])))";

    private final Engine engine = Engine.builder().build();
    private final ByteSink scratch = new ByteSink();
    private final SampleRun run = new SampleRun(120);
    private final SampleRun decoded = new SampleRun(128);
    private final byte[] times;
    private final byte[] body;
    private final Expr one = PromQl.parse(
            "http_requests_total{job=\"job-1\",instance=\"10.0.0.1:9100\",endpoint=\"/endpoint-1\",status=\"200\"}");
    private final Expr p95 = PromQl.parse(P95);
    private final Selection regex = new Selection(
            List.of(
                    new Matcher(Matcher.Type.EQUAL, Labels.METRIC_NAME, "http_requests_total"),
                    new Matcher(Matcher.Type.REGEX, "status", "5..|404")),
            START,
            START + SCRAPES * Fleet.INTERVAL);
    private final Path folder;
    private final TimeSeriesStore store;

    public SeriesBenchmark() {
        for (int i = 0; i < 120; i++) {
            run.append(START + i * Fleet.INTERVAL, 1000 + 17 * i + i % 7, null, 0);
        }
        times = Chunk.encodeTimes(run, scratch);
        body = Chunk.encodeBody(run, scratch);
        try {
            folder = Files.createTempDirectory("series");
            store = TimeSeriesStore.open(
                    folder,
                    StoreSettings.DEFAULT
                            .withRetention(Duration.ofDays(36_500), 0)
                            .withBackground(false),
                    InstantSource.system());
            fill(store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(TimeSeriesStore store) throws IOException {
        Fleet fleet = new Fleet(INSTANCES, START);
        List<Labels> series = fleet.series();
        for (int scrape = 0; scrape < SCRAPES; scrape++) {
            fleet.advance();
            var appender = store.appender();
            for (int i = 0; i < series.size(); i++) {
                appender.append(series.get(i), fleet.time(i), fleet.value(i));
            }
            appender.commit();
        }
    }

    @TearDown
    public void close() throws IOException {
        engine.close();
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public byte[] chunkEncode() {
        return Chunk.encodeBody(run, scratch);
    }

    @Benchmark
    public SampleRun chunkDecode() {
        Chunk.decode(times, body, decoded);
        return decoded;
    }

    @Benchmark
    public Expr parse() {
        return PromQl.parse(P95);
    }

    @Benchmark
    public long selectByRegularExpression() {
        try (var found = store.select(regex)) {
            return found.count();
        }
    }

    @Benchmark
    public QueryResult oneSeriesOnce() {
        return engine.query(store, "", one, Steps.instant(START + SCRAPES * Fleet.INTERVAL), new Cancellation());
    }

    @Benchmark
    public QueryResult p95OfAJobOverAnHour() {
        return engine.query(store, P95, p95, new Steps(START, Fleet.INTERVAL, SCRAPES), new Cancellation());
    }
}
