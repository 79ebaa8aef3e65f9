package io.dawsos.portfolio.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A night's build on a moved clock, and exactly the metrics that it leaves. What the alert rules make of these files is
 * told by a test of the whole.
 */
class GoldenBuildTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Map<String, Double> golden(String name) throws Exception {
        try (InputStream file = GoldenBuildTest.class.getResourceAsStream("/pricing/" + name)) {
            return new TreeMap<>(JsonMapper.shared()
                    .readValue(Objects.requireNonNull(file), new TypeReference<Map<String, Double>>() {}));
        }
    }

    /** At midnight, with the pack of the day before. */
    private static Night night() throws Exception {
        Night night = new Night();
        PackPublisher publisher = night.bean(PackPublisher.class);
        PackContent content = new PackContent(Map.of("AAPL", BigDecimal.TEN), Map.of("USD", BigDecimal.ONE));
        publisher.release(publisher.prepare(Night.DAY.minusDays(1), content), Night.MIDNIGHT.minus(MINUTE));
        return night;
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
        try (Night night = night()) {
            PackBuild build = night.build(freshAfter(night, MINUTE.multipliedBy(12)));

            assertThat(build.error()).isNull();
            assertThat(build.state()).isEqualTo("fresh");
            assertThat(night.metrics()).isEqualTo(golden("built-at-0012.json"));
        }
    }

    @Test
    void build_freshAtOneSecondPastTheDeadline_leavesTheMetricsOfALateOne() throws Exception {
        try (Night night = night()) {
            var _ = night.build(freshAfter(night, MINUTE.multipliedBy(15).plusSeconds(1)));

            assertThat(night.metrics()).isEqualTo(golden("built-at-001501.json"));
        }
    }

    /** Its length says nothing of its being late. */
    @Test
    void build_begunAtTenPastAndFreshAtOneSecondPastTheDeadline_leavesTheMetricsOfALateOne() throws Exception {
        try (Night night = night()) {
            night.clock.set(Night.MIDNIGHT.plus(MINUTE.multipliedBy(10)));

            var _ = night.build(freshAfter(night, MINUTE.multipliedBy(15).plusSeconds(1)));

            assertThat(night.metrics()).isEqualTo(golden("begun-at-0010-built-at-001501.json"));
        }
    }

    @Test
    void metrics_beforeTheBuild_areTheGoldenOnes() throws Exception {
        try (Night night = night()) {
            night.bean(PackBuildMetrics.class).refresh(night.clock.instant());

            assertThat(night.metrics()).isEqualTo(golden("before-the-build.json"));
        }
    }

    @Test
    void build_failed_leavesTheMetricsOfAFailureAndOfAMissedDeadline() throws Exception {
        try (Night night = night()) {
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
