package io.dawsos.benchmarks;

import io.dawsos.telemetry.Capability;
import io.dawsos.telemetry.log.LogSetup;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One capability: its span with an attribute, its duration and outcome as metrics, and one log line in it; beside the
 * same body called directly. With telemetry off, nobody logs either.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CapabilityBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger("io.dawsos.benchmarks.capability");

    private long positions = 25;
    private @Nullable Capability capability;
    private @Nullable LogSetup logs;

    @Setup(Level.Trial)
    public void prepare(Observed observed) {
        Logging.silence();
        capability = observed.get().capability("calculation");
        if (observed.get().enabled()) {
            logs = LogSetup.with(observed.get().redactor(), observed.get().metrics())
                    .to(OutputStream.nullOutputStream())
                    .level("INFO")
                    .closeWithin(Duration.ofSeconds(10))
                    .install();
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        if (logs != null) {
            logs.close();
        }
    }

    /** What the others do beside being observed. */
    @Benchmark
    public long body() {
        return positions * 31;
    }

    @Benchmark
    public long spanAndMetrics() {
        return capability().run(span -> {
            span.setAttribute("position_count", positions);
            return positions * 31;
        });
    }

    @Benchmark
    public long spanMetricsAndLog() {
        return capability().run(span -> {
            span.setAttribute("position_count", positions);
            LOG.atInfo().addKeyValue("position_count", positions).log("portfolio valued");
            return positions * 31;
        });
    }

    private Capability capability() {
        if (capability == null) {
            throw new IllegalStateException("the capability is not made yet");
        }
        return capability;
    }
}
