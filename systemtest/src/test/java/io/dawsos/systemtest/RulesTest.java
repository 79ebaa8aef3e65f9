package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.systemtest.Rules.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        String[] place = address.substring(address.indexOf("docs/runbooks/")).split("#", 2);
        Path runbook = Repository.file(place[0]);
        assertThat(runbook).exists();
        assertThat(Files.readString(runbook)).contains("`" + alert.name() + "`");
        assertThat(anchors(runbook)).contains(place.length == 1 ? "" : place[1]);
        assertThat(Files.readString(Repository.file("docs/runbooks/README.md"))).contains(alert.name());
    }

    /** The page's beginning, and each heading as it is called in an address. */
    private static List<String> anchors(Path page) throws IOException {
        List<String> anchors = new ArrayList<>(List.of(""));
        Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w -]", "").replace(' ', '-'))
                .forEach(anchors::add);
        return anchors;
    }

    /** So that it can be changed for all of them by one command. */
    @Test
    void runbookAddresses_moved_byTheCommandThatIsDocumented(@TempDir Path folder) throws Exception {
        String documented = Files.readString(Repository.file("deploy/README.md"));
        Matcher command = Pattern.compile("(?m)^perl .*$").matcher(documented);
        assertThat(command.find()).isTrue();
        for (String each : List.of("prometheus/rules", "prometheus/tests")) {
            Path copy = Files.createDirectories(folder.resolve("deploy").resolve(each));
            for (Path file : PromQuery.files("deploy/" + each, ".yml")) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }

        Program moved = Program.run(folder, Map.of(), "sh", "-c", command.group());

        assertThat(moved.exitCode(LIMIT)).as(moved.output()).isZero();
        for (Path file : PromQuery.files("deploy/prometheus/rules", ".yml")) {
            Path copy = folder.resolve("deploy/prometheus/rules").resolve(file.getFileName());
            assertThat(Files.readString(copy))
                    .doesNotContain("https://github.com/dawsos")
                    .hasLineCount(Files.readAllLines(file).size());
        }
        for (Path file : PromQuery.files("deploy/prometheus/tests", ".yml")) {
            promtool(
                    "test",
                    "rules",
                    folder.resolve("deploy/prometheus/tests")
                            .resolve(file.getFileName())
                            .toString());
        }
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
