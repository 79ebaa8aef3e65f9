package io.dawsos.benchmarks;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.redact.Redactor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Redaction of what is nearly always clean, and of what is not. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RedactorBenchmark {

    private final Redactor redactor = Telemetry.disabled().redactor();
    private final String clean = "portfolio 00000000-0000-4000-8000-000000000001 valued: 25 positions in 3.1 ms";
    private final String longClean = (clean + "; ").repeat(25);
    private final String secret = "GET https://provider.test/prices?symbol=MSFT&apikey=0123456789abcdef failed: 503";

    @Benchmark
    public String cleanMessage() {
        return redactor.redact(clean);
    }

    @Benchmark
    public String cleanTwoThousandCharacters() {
        return redactor.redact(longClean);
    }

    @Benchmark
    public String addressWithAKey() {
        return redactor.redact(secret);
    }

    @Benchmark
    public String cleanField() {
        return redactor.redact("pricing_pack_id", "PP_2026-11-24");
    }
}
