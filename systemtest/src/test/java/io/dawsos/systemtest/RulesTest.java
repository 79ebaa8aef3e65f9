package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.systemtest.Rules.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The alert rules by Prometheus's own tools, and that what they lead to is there. */
class RulesTest {

    private static final Path PROMETHEUS = Repository.file("deploy/prometheus");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    static List<Alert> alerts() throws IOException {
        return Rules.alerts();
    }

    static List<Path> testFiles() throws IOException {
        return PromQuery.files("deploy/prometheus/tests", ".yml");
    }

    @BeforeAll
    static void programs() {
        Programs.need("promtool", "prometheus");
    }

    @Test
    void rules_allFiles_areTakenByPromtool() throws Exception {
        List<String> files = PromQuery.files("deploy/prometheus/rules", ".yml").stream()
                .map(Path::toString)
                .toList();
        assertThat(files).isNotEmpty();
        for (String file : files) {
            promtool("check", "rules", "--lint=all", "--lint-fatal", file);
        }
    }

    @ParameterizedTest
    @MethodSource("testFiles")
    void rules_theirTests_pass(Path file) throws Exception {
        promtool("test", "rules", file.toString());
    }

    @Test
    void alerts_ofTheMission_areThereOnceEach() throws Exception {
        assertThat(Rules.alerts())
                .extracting(Alert::name)
                .doesNotHaveDuplicates()
                .contains(
                        "WarmLatencyP95Breach",
                        "ColdLatencyP95Breach",
                        "PricingPackBuildFailure",
                        "PricingPackBuildDeadlineMissed",
                        "CircuitBreakerOpen",
                        "AlertDeliverySlowMedian",
                        "LedgerReconciliationFailure",
                        "HighErrorRate");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void alert_each_saysHowBadWhichObjectiveWhatAndWhereToRead(Alert alert) throws Exception {
        assertThat(alert.label("severity")).isIn("critical", "warning");
        assertThat(alert.label("slo")).isNotBlank();
        assertThat(alert.annotation("summary")).isNotBlank();
        assertThat(alert.annotation("description")).isNotBlank();
        String address = alert.annotation("runbook_url");
        assertThat(address).startsWith("https://").contains("/docs/runbooks/RB-0");
        Path runbook = Repository.file(address.substring(address.indexOf("docs/runbooks/")));
        assertThat(runbook).exists();
        assertThat(Files.readString(runbook)).contains("`" + alert.name() + "`");
        assertThat(Files.readString(Repository.file("docs/runbooks/README.md"))).contains(alert.name());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void alert_each_isTestedFiringAndNotFiring(Alert alert) throws Exception {
        List<JsonNode> expectations = new ArrayList<>();
        for (Path file : testFiles()) {
            Rules.elements(YAMLMapper.shared().readTree(file).path("tests"))
                    .flatMap(test -> Rules.elements(test.path("alert_rule_test")))
                    .filter(expected -> expected.path("alertname").asString().equals(alert.name()))
                    .forEach(expectations::add);
        }
        assertThat(expectations)
                .anyMatch(expected -> expected.path("exp_alerts").isEmpty())
                .anyMatch(expected -> !expected.path("exp_alerts").isEmpty());
    }

    /** As the expressions of rules, which promtool checks. */
    @Test
    void queries_ofRunbooksAndDashboards_areParsedByPromtool(@TempDir Path folder) throws Exception {
        List<PromQuery> queries = PromQuery.all();
        assertThat(queries).hasSizeGreaterThan(100);
        List<Map<String, Object>> rules = new ArrayList<>();
        for (PromQuery query : queries) {
            String number = Integer.toString(rules.size());
            rules.add(Map.of("record", "checked:query", "expr", query.expression(), "labels", Map.of("n", number)));
        }
        Path file = folder.resolve("queries.yml");
        YAMLMapper.shared().writeValue(file, Map.of("groups", List.of(Map.of("name", "queries", "rules", rules))));
        promtool("check", "rules", file.toString());
    }

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "promtool";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Program program = Program.run(PROMETHEUS, Map.of(), command);
        assertThat(program.exitCode(LIMIT)).as(program.output()).isZero();
        assertThat(program.output()).contains("SUCCESS").doesNotContain("FAILED");
    }
}
