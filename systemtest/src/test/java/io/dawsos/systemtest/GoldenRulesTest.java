package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a night's build leaves in the service's metrics raises the alerts that it should: the rules and the metrics fit. */
class GoldenRulesTest {

    private static final String FAILURE = "PricingPackBuildFailure";
    private static final String MISSED = "PricingPackBuildDeadlineMissed";
    private static final int MINUTE = 60;
    private static final int DEADLINE = 15 * MINUTE;

    @TempDir
    Path folder;

    @BeforeAll
    static void programs() {
        Programs.need("promtool", "prometheus");
    }

    @Test
    void built_atTwelvePast_raisesNothing() throws Exception {
        assertAlerts(
                "built-at-0012.json",
                12 * MINUTE,
                Map.of(
                        0,
                        Set.of(),
                        12 * MINUTE,
                        Set.of(),
                        DEADLINE,
                        Set.of(),
                        DEADLINE + 5,
                        Set.of(),
                        40 * MINUTE,
                        Set.of()));
    }

    @Test
    void built_oneSecondPastTheDeadline_raisesThatItWasMissed() throws Exception {
        assertAlerts("built-at-001501.json", DEADLINE + 5, seenLate());
    }

    /** Begun so late that the build itself took five minutes only, and fresh again before anybody looked. */
    @Test
    void built_lateAndQuickly_betweenTwoEvaluations_raisesThatItWasMissed() throws Exception {
        assertAlerts("begun-at-0010-built-at-001501.json", DEADLINE + 5, seenLate());
    }

    private static Map<Integer, Set<String>> seenLate() {
        return Map.of(
                DEADLINE,
                Set.of(),
                DEADLINE + 5,
                Set.of(MISSED),
                25 * MINUTE,
                Set.of(MISSED),
                25 * MINUTE + 5,
                Set.of());
    }

    @Test
    void failed_raisesBoth_andOneOfThemUntilThereIsAPack() throws Exception {
        assertAlerts(
                "failed-seen-at-0020.json",
                20 * MINUTE,
                Map.of(
                        DEADLINE,
                        Set.of(),
                        DEADLINE + 5,
                        Set.of(MISSED),
                        20 * MINUTE - 5,
                        Set.of(MISSED),
                        20 * MINUTE,
                        Set.of(MISSED, FAILURE),
                        31 * MINUTE,
                        Set.of(MISSED),
                        59 * MINUTE,
                        Set.of(MISSED)));
    }

    /** @param firing the critical alerts by seconds after midnight */
    private void assertAlerts(String outcome, int firstSeen, Map<Integer, Set<String>> firing) throws Exception {
        List<Object> expected = new ArrayList<>();
        new TreeMap<>(firing)
                .forEach((second, alerts) -> expected.add(Map.of(
                        "expr",
                        "count by (alertname, severity) (ALERTS{alertstate=\"firing\"})",
                        "eval_time",
                        second + "s",
                        "exp_samples",
                        alerts.stream().map(GoldenRulesTest::one).toList())));
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("name", outcome);
        test.put("interval", GoldenNight.INTERVAL);
        test.put("input_series", GoldenNight.series(outcome, firstSeen));
        test.put("promql_expr_test", expected);
        Path file = folder.resolve("golden.yml");
        YAMLMapper.shared()
                .writeValue(
                        file,
                        Map.of(
                                "rule_files",
                                List.of(Repository.file("deploy/prometheus/rules/objectives.yml")
                                        .toString()),
                                "evaluation_interval",
                                GoldenNight.INTERVAL,
                                "tests",
                                List.of(test)));

        Program promtool = Program.run(folder, Map.of(), "promtool", "test", "rules", file.toString());

        assertThat(promtool.exitCode(Duration.ofMinutes(1)))
                .as(promtool.output())
                .isZero();
        assertThat(promtool.output()).contains("SUCCESS");
    }

    private static Map<String, Object> one(String alert) {
        return Map.of("labels", "{alertname=\"%s\", severity=\"critical\"}".formatted(alert), "value", 1);
    }
}
