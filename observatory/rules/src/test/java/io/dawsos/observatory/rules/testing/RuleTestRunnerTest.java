package io.dawsos.observatory.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dawsos.observatory.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTestRunnerTest {
    private static final String RULES = """
            groups:
              - name: first
                rules:
                  - record: job:up:sum
                    expr: sum by (job) (up)
              - name: second
                rules:
                  - record: job:up:twice
                    expr: 2 * job:up:sum
                  - alert: Down
                    expr: job:up:sum == 0
                    for: 2m
                    labels: {severity: page}
                    annotations: {summary: "{{ $labels.job }} is down at {{ $externalLabels.site }}"}
                  - alert: Always
                    expr: vector(1)
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void rules() throws IOException {
        Files.writeString(folder.resolve("rules.yml"), RULES);
    }

    private RuleTestReport run(String tests) {
        return run(tests, RuleTestOptions.DEFAULT);
    }

    private RuleTestReport run(String tests, RuleTestOptions options) {
        return new RuleTestRunner(options)
                .run(RuleTestFile.parse("tests.yml", folder, "rule_files: [rules.yml]\n" + tests));
    }

    private static String text(RuleTestReport report) {
        return String.join("\n", new RuleTestText(false, false).lines(report));
    }

    @Test
    void alert_asExpected_passesAndNamesWhatElseFired() {
        RuleTestReport report = run("""
                tests:
                  - name: mail goes down
                    interval: 1m
                    external_labels: {site: here}
                    input_series:
                      - {series: 'up{job="mail"}', values: 1 0x10}
                    alert_rule_test:
                      - {eval_time: 2m59s, alertname: Down}
                      - eval_time: 3m
                        alertname: Down
                        exp_alerts:
                          - exp_labels: {severity: page, job: mail}
                            exp_annotations: {summary: mail is down at here}
                """);
        assertThat(text(report)).isEqualTo("""
                Unit Testing:  tests.yml
                  SUCCESS: 1 test
                  NOTE: tests.yml:3: mail goes down: Always fired too, first at 0s, and no check of this test looks at it""");
        assertThat(report.passed(true)).isTrue();
    }

    @Test
    void alert_pendingWhenItShouldFire_saysSinceWhen() {
        RuleTestReport report = run("""
                tests:
                  - interval: 1m
                    input_series:
                      - {series: 'up{job="mail"}', values: 1 0x10}
                    alert_rule_test:
                      - eval_time: 2m
                        alertname: Down
                        exp_alerts:
                          - exp_labels: {severity: page, job: mail}
                """);
        assertThat(text(report)).startsWith("""
                Unit Testing:  tests.yml
                  FAILED:
                    tests.yml:7: test in line 3: alert Down at 2m: expected 1 firing, got none; pending: 1, since 1m
                      - alert {alertname="Down", job="mail", severity="page"}
                """);
    }

    @Test
    void query_otherValue_showsBoth() {
        RuleTestReport report = run("""
                tests:
                  - name: sums
                    interval: 1m
                    input_series:
                      - {series: 'up{job="mail", instance="a"}', values: 1 1}
                      - {series: 'up{job="mail", instance="b"}', values: 1 1}
                      - {series: 'up{job="chat", instance="c"}', values: 1 1}
                    promql_expr_test:
                      - expr: job:up:twice
                        eval_time: 1m
                        exp_samples:
                          - {labels: 'job:up:twice{job="mail"}', value: 4}
                          - {labels: 'job:up:twice{job="chat"}', value: 3}
                """);
        assertThat(text(report)).startsWith("""
                Unit Testing:  tests.yml
                  FAILED:
                    tests.yml:10: sums: expr job:up:twice at 1m
                      - job:up:twice{job="chat"} 3
                      + job:up:twice{job="chat"} 2
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[first, second]", "[]", "[first]"})
    void groups_inTheirOrder_seeEachOthersResultsAtOnce(String order) {
        assertThat(run(orderTest(order)).passed(true)).isTrue();
    }

    @Test
    void groups_theOtherWayRound_areARoundLate() {
        assertThat(run(orderTest("[second, first]")).passed(true)).isFalse();
    }

    private static String orderTest(String order) {
        return """
                group_eval_order: %s
                tests:
                  - interval: 1m
                    input_series:
                      - {series: 'up{job="mail"}', values: 1}
                    promql_expr_test:
                      - expr: job:up:twice
                        eval_time: 0
                        exp_samples: [{labels: 'job:up:twice{job="mail"}', value: 2}]
                """.formatted(order);
    }

    @Test
    void query_betweenEvaluations_doesNotSeeLaterInput() {
        String tests = """
                tests:
                  - interval: 1s
                    input_series:
                      - {series: other, values: 0+1x100}
                    promql_expr_test:
                      - {expr: other, eval_time: 59s, exp_samples: [{labels: other, value: 59}]}
                """;
        assertThat(text(run(tests)))
                .contains(
                        "expr other at 59s (series are fed up to the last evaluation of the rules, at 0s)",
                        "+ other 0");
    }

    @Test
    void input_ofARecordedSeries_isAnError() {
        assertThat(text(run("""
                tests:
                  - interval: 1m
                    input_series:
                      - {series: 'up{job="mail"}', values: 1}
                      - {series: 'job:up:sum{job="mail"}', values: 5}
                    promql_expr_test:
                      - {expr: "1", exp_samples: [{value: 1}]}
                """)))
                .contains(
                        "tests.yml:3: test in line 3: at 0s: the rule job:up:sum of",
                        "job:up:sum{job=\"mail\"} has another value at this time: is it among the input series?");
    }

    @Test
    void warnings_ofTestsThatAssertNothing_areErrorsOnlyStrictly() {
        RuleTestReport report = run("""
                tests:
                  - name: nothing
                    input_series:
                      - {series: a, values: 1}
                  - name: unknown alert
                    alert_rule_test:
                      - {eval_time: 1m, alertname: Dwon}
                  - name: twice
                    input_series:
                      - {series: a, values: 1}
                      - {series: a, values: 2}
                    promql_expr_test:
                      - {expr: a, exp_samples: [{labels: a, value: 2}]}
                """);
        assertThat(report.passed(false)).isTrue();
        assertThat(report.passed(true)).isFalse();
        assertThat(report.tests().stream().flatMap(test -> test.warnings().stream()))
                .extracting(TestWarning::line, TestWarning::message)
                .containsExactly(
                        tuple(3, "asserts nothing; write what is expected under alert_rule_test or promql_expr_test"),
                        tuple(8, "asserts nothing: no rule raises an alert \"Dwon\"; there are Always, Down"),
                        tuple(12, "this series stands in the test before; only the last one holds"));
    }

    @Test
    void alert_seenByAQueryOfAlerts_isMentioned() {
        RuleTestReport report = run("""
                tests:
                  - promql_expr_test:
                      - expr: ALERTS{alertname=~"Al.*"}
                        exp_samples: [{labels: 'ALERTS{alertname="Always", alertstate="firing"}', value: 1}]
                """);
        assertThat(text(report)).isEqualTo("Unit Testing:  tests.yml\n  SUCCESS: 1 test");
    }

    @Test
    void run_byARegularExpression_takesOnlyThoseTests() {
        RuleTestOptions options = new RuleTestOptions(Pattern.compile("^good"), false, Set.of());
        RuleTestReport report = run("""
                tests:
                  - {name: good one, promql_expr_test: [{expr: "1", exp_samples: [{value: 1}]}]}
                  - {name: not so good, promql_expr_test: [{expr: "1", exp_samples: [{value: 2}]}]}
                """, options);
        assertThat(report.tests()).hasSize(1);
        assertThat(report.passed(true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tests.yml:4: |- {series: 'up{', values: 1}",
                "tests.yml:4: |- {series: up, values: 1 zwei}",
                "tests.yml:4: |- {series: up, valuse: 1}",
            })
    void series_malformed_isRefusedByItsLine(String placeAndSeries) {
        String[] parts = placeAndSeries.split("\\|", 2);
        String tests = "tests:\n  - input_series:\n    " + parts[1] + "\n    promql_expr_test: [{expr: '1'}]\n";
        RuleTestReport report;
        try {
            report = run(tests);
        } catch (ConfigException e) {
            assertThat(e).hasMessageStartingWith(parts[0].strip());
            return;
        }
        assertThat(report.passed(false)).isFalse();
        assertThat(text(report)).contains(parts[0].strip());
    }

    @Test
    void ruleFile_bad_isTheFilesProblem() throws IOException {
        Files.writeString(folder.resolve("rules.yml"), RULES + "surplus: 1\n");
        RuleTestReport report = run("tests: [{promql_expr_test: [{expr: '1'}]}]\n");
        assertThat(report.passed(false)).isFalse();
        assertThat(report.problem()).contains("rules.yml:17: surplus: ");
        RuleTestOptions lenient = new RuleTestOptions(Pattern.compile(""), true, Set.of());
        assertThat(run("tests: [{promql_expr_test: [{expr: '1', exp_samples: [{value: 1}]}]}]\n", lenient)
                        .passed(false))
                .isTrue();
    }

    @Test
    void ruleFiles_thatMatchNothing_areWarnedOf() {
        RuleTestReport report = new RuleTestRunner(RuleTestOptions.DEFAULT)
                .run(
                        RuleTestFile.parse(
                                "tests.yml",
                                folder,
                                "rule_files: [rulez.yml]\ntests: [{promql_expr_test: [{expr: '1', exp_samples: [{value: 1}]}]}]"));
        assertThat(report.passed(false)).isTrue();
        assertThat(report.passed(true)).isFalse();
        assertThat(text(report)).contains("WARNING: tests.yml:1: no file matches \"rulez.yml\"");
    }

    @Test
    void evaluations_tooMany_areRefusedBeforeTheyBegin() {
        assertThat(text(run("""
                evaluation_interval: 1ms
                tests:
                  - promql_expr_test: [{expr: "1", eval_time: 100d}]
                """)))
                .contains("tests.yml:4: ", "wants 8640000001 evaluations of the rules, the most is 6048000");
    }

    @Test
    void file_missing_isAProblemNotACrash() {
        RuleTestReport report = new RuleTestRunner(RuleTestOptions.DEFAULT).run(folder.resolve("none.yml"));
        assertThat(report.passed(false)).isFalse();
        assertThat(report.problem()).endsWith("none.yml: no such file");
        assertThat(List.of(report.tests(), report.warnings())).containsExactly(List.of(), List.of());
    }
}
