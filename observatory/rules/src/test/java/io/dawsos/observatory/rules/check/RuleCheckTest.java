package io.dawsos.observatory.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.rules.RuleDialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCheckTest {
    private static RuleCheckReport check(String text) {
        return new RuleCheck(RuleDialect.STABLE).check("rules.yml", text);
    }

    private static List<String> warnings(String expr, String annotation) {
        RuleCheckReport report = check("""
                groups:
                  - name: g
                    rules:
                      - alert: X
                        expr: '%s'
                        annotations: {summary: '%s'}
                """.formatted(expr, annotation));
        assertThat(report.problem()).isEmpty();
        return report.warnings().stream().map(RuleWarning::message).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up == 0",
                "absent(up)",
                "vector(1)",
                "1",
                "a and b",
                "a unless b",
                "ALERTS{alertstate=\"firing\"}",
                "topk(1, up)",
                "sum by (instance) (rate(x_total[5m])) > 0 or vector(0)"
            })
    void alert_thatChooses_isNotWarnedOf(String expr) {
        assertThat(warnings(expr, "")).isEmpty();
    }

    @Test
    void alert_withoutComparison_isWarnedOf() {
        assertThat(warnings("sum by (job) (up)", ""))
                .singleElement()
                .asString()
                .startsWith("X: fires for every series, whatever its value");
    }

    @Test
    void alert_withAComparisonThatLeavesNoneOut_isWarnedOf() {
        assertThat(warnings("up == bool 0", ""))
                .singleElement()
                .asString()
                .contains("a comparison with bool leaves none out");
    }

    @Test
    void template_labelThatTheAggregationTookAway_isWarnedOf() {
        assertThat(warnings("sum by (job) (up) == 0", "{{ $labels.instance }} of {{ $labels.job }}"))
                .containsExactly("X: annotation summary uses $labels.instance, which is always empty: the result has"
                        + " only the label job");
    }

    @Test
    void template_labelByIndex_isSeenToo() {
        assertThat(warnings("sum without (pod) (up) == 0", "{{ index $labels \"pod\" }}"))
                .containsExactly("X: annotation summary uses $labels.pod, which is always empty: the expression takes"
                        + " that label away");
    }

    @Test
    void rate_ofWhatIsAGaugeByItsName_isWarnedOf() {
        assertThat(warnings("rate(disk_used_ratio[5m]) > 0", ""))
                .singleElement()
                .asString()
                .contains("rate() is for counters, and disk_used_ratio is a gauge");
    }

    @Test
    void delta_ofWhatIsACounterByItsName_isWarnedOf() {
        assertThat(warnings("delta(jobs_total[5m]) > 0", ""))
                .singleElement()
                .asString()
                .contains("delta() is for gauges, and jobs_total is a counter");
    }

    @Test
    void rules_ofOneNameAndTheSameLabels_areDuplicates() {
        RuleCheckReport report = check("""
                groups:
                  - name: g
                    rules:
                      - {record: a, expr: up, labels: {x: "1"}}
                      - {record: a, expr: up, labels: {x: "2"}}
                  - name: h
                    rules:
                      - {record: a, expr: 1, labels: {x: "1"}}
                """);
        assertThat(report.rules()).isEqualTo(3);
        assertThat(report.duplicates()).singleElement().satisfies(duplicate -> assertThat(duplicate.line())
                .isEqualTo(8));
    }

    @Test
    void file_thatDoesNotLoad_saysWhyAndWhere() {
        RuleCheckReport report = check("groups:\n- name: g\n  rules:\n  - record: a\n    expr: up ==\n");
        assertThat(report.loads()).isFalse();
        assertThat(report.problem()).startsWith("rules.yml:5");
    }
}
