package io.dawsos.portfolio.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A night's build on a moved clock, and exactly the metrics that it leaves. */
class GoldenBuildTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Map<String, Double> golden(String name) throws Exception {
        try (InputStream file = GoldenBuildTest.class.getResourceAsStream("/pricing/" + name)) {
            return new TreeMap<>(JsonMapper.shared()
                    .readValue(Objects.requireNonNull(file), new TypeReference<Map<String, Double>>() {}));
        }
    }

    /** Moves to a time after midnight when the pack is about to be taken into use. */
    private static BuildProgress freshAfter(Night night, Duration afterMidnight) {
        return (_, step) -> {
            if (step == BuildStep.FRESH) {
                night.clock.set(Night.MIDNIGHT.plus(afterMidnight));
            }
        };
    }

    @Test
    void build_fromMidnightToTwelvePast_leavesTheGoldenMetrics() throws Exception {
        try (Night night = new Night()) {
            PackBuild build = night.build(freshAfter(night, MINUTE.multipliedBy(12)));

            assertThat(build.error()).isNull();
            assertThat(build.state()).isEqualTo("fresh");
            assertThat(night.metrics()).isEqualTo(golden("built-at-0012.json"));
        }
    }

    @Test
    void build_freshAtOneSecondPastTheDeadline_leavesTheMetricsOfALateOne() throws Exception {
        try (Night night = new Night()) {
            var _ = night.build(freshAfter(night, MINUTE.multipliedBy(15).plusSeconds(1)));

            assertThat(night.metrics()).isEqualTo(golden("built-at-001501.json"));
        }
    }

    @Test
    void build_failed_leavesTheMetricsOfAFailureAndOfAMissedDeadline() throws Exception {
        try (Night night = new Night()) {
            night.simulator("chaos/polygon?mode=fail");
            night.simulator("chaos/fmp?mode=fail");

            PackBuild build = night.build();
            night.clock.set(Night.MIDNIGHT.plus(MINUTE.multipliedBy(20)));
            night.bean(PackBuildMetrics.class).refresh(night.clock.instant());

            assertThat(build.state()).isEqualTo("failed");
            assertThat(build.error()).startsWith("no prices of 2026-03-10: polygon ");
            assertThat(night.metrics()).isEqualTo(golden("failed-seen-at-0020.json"));
        }
    }

    @Test
    void metrics_beforeTheFirstBuild_areThereAtZero() throws Exception {
        try (Night night = new Night()) {
            assertThat(night.metric("pricing_pack_build_success_total")).isZero();
            assertThat(night.metric("pricing_pack_build_failures_total")).isZero();
            assertThat(night.metric("pricing_pack_build_duration_seconds_count"))
                    .isZero();
            assertThat(night.metric("pricing_pack_build_last_duration_seconds")).isZero();
            assertThat(night.metric("pricing_pack_late_seconds")).isZero();
        }
    }
}
