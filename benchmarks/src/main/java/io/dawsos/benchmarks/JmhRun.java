package io.dawsos.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks with the allocation profiler, and writes a dated table of time and allocation per call. */
public final class JmhRun {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private JmhRun() {}

    public static void main(String[] args) throws IOException, RunnerException {
        Arguments arguments = Arguments.parse(
                args,
                Map.of("results", "benchmarks/results", "only", ".*", "forks", "2", "warmup", "5", "iterations", "5"));
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("io\\.dawsos\\.benchmarks\\." + arguments.text("only"))
                        .addProfiler(GCProfiler.class)
                        .forks(arguments.number("forks"))
                        .warmupIterations(arguments.number("warmup"))
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(arguments.number("iterations"))
                        .measurementTime(TimeValue.seconds(1))
                        .threads(1)
                        .shouldFailOnError(true)
                        .build())
                .run();
        new Results(Path.of(arguments.text("results"))).write("jmh", report(results));
    }

    private static String report(Collection<RunResult> results) throws IOException {
        String rows = results.stream().map(JmhRun::row).sorted().collect(Collectors.joining("\n"));
        return """
                # Hot parts of the telemetry library, the engine and the store

                `./dawsos bench jmh`, on %s.
                One thread; average over all iterations of all forks; ± is the 99.9 %% confidence interval.

                | benchmark | telemetry | ns per call | bytes allocated per call |
                |---|---|---:|---:|
                %s
                """.formatted(Machine.describe(), rows);
    }

    private static String row(RunResult result) {
        Result<?> time = result.getPrimaryResult();
        String name = result.getParams().getBenchmark().replaceFirst("^.*\\.(\\w+)Benchmark\\.", "$1.");
        String parameter = result.getParams().getParam("telemetry");
        Result<?> bytes = result.getSecondaryResults().get(ALLOCATION);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f ± %.1f | %s |",
                name,
                parameter == null ? "" : parameter,
                time.getScore(),
                time.getScoreError(),
                bytes == null ? "" : String.format(Locale.ROOT, "%.0f", bytes.getScore()));
    }
}
