package io.dawsos.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.benchmarks.OtlpSink.Received;
import io.dawsos.benchmarks.overhead.Round.Measured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverheadReportTest {

    private final OverheadReport report = new OverheadReport(
            "a machine",
            "a setting",
            List.of(round(1, 1000, 900, 800), round(2, 500, 490, 400), round(3, 2000, 1900, 1000)),
            Map.of(Variant.ON, new Received(60_000, 6_000, 0)));

    @Test
    void page_ratios_areMediansOfRatiosWithinARound() {
        assertThat(report.page())
                .contains("| telemetry on over telemetry off | 0.950 (0.900 to 0.980) |")
                .contains("| OpenTelemetry Java agent over telemetry off | 0.800 (0.500 to 0.800) |")
                .contains("| telemetry on over OpenTelemetry Java agent | 1.225 (1.125 to 1.900) |");
    }

    @Test
    void page_variants_areMediansOverTheRoundsWithWhatWasExported() {
        assertThat(report.page())
                .contains("| telemetry off | 1000 | 1.00 | 4.00 | 1000 | 0 |")
                .contains("| telemetry on | 900 | 1.00 | 4.00 | 1111 | 2 |");
    }

    @Test
    void page_everyRound_isThere() {
        assertThat(report.page()).contains("| 2 | 1 | 500 (4.00) | 490 (4.00) | 400 (4.00) |");
    }

    private static Round round(int number, int off, int on, int agent) {
        return new Round(
                number,
                1,
                Map.of(Variant.OFF, measured(off), Variant.ON, measured(on), Variant.AGENT, measured(agent)));
    }

    /** Ten seconds of one core. */
    private static Measured measured(int requestsPerSecond) {
        Load load = new Load(requestsPerSecond, 1, 4, requestsPerSecond * 10L, 0);
        return new Measured(load, Duration.ofSeconds(10));
    }
}
