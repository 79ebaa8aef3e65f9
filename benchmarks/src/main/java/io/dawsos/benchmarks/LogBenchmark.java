package io.dawsos.benchmarks;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.TelemetrySettings;
import io.dawsos.telemetry.log.LogFormat;
import io.dawsos.telemetry.log.LogSetup;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log line from the call until it is written, redacted, to nowhere: fewer at a time than the queue holds, so none is lost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LogBenchmark {

    private static final int LINES = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger("io.dawsos.benchmarks.log");

    private final Telemetry telemetry = Telemetry.start(TelemetrySettings.from(Map.of()));
    private @Nullable LogSetup logs;

    @Setup(Level.Trial)
    public void install() {
        Logging.silence();
        logs = LogSetup.with(telemetry.redactor(), telemetry.metrics())
                .format(LogFormat.JSON)
                .to(OutputStream.nullOutputStream())
                .level("INFO")
                .install();
    }

    @TearDown(Level.Trial)
    public void close() {
        if (logs != null) {
            logs.close();
        }
        telemetry.close();
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public boolean jsonLineUntilWritten() {
        for (int i = 0; i < LINES; i++) {
            LOG.atInfo()
                    .addKeyValue("position_count", i)
                    .addKeyValue("pricing_pack_id", "PP_2026-11-24")
                    .log("portfolio valued in {} ms", i);
        }
        return logs != null && logs.flush(Duration.ofSeconds(10));
    }
}
