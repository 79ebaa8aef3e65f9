package io.dawsos.observatory.rules;

import static io.dawsos.observatory.rules.RuleBench.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.rules.alert.ActiveAlert;
import io.dawsos.observatory.rules.alert.AlertState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupEvaluationTest {
    @TempDir
    private Path folder;

    private RuleBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new RuleBench(folder);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private static RuleStatus rule(GroupEvaluation group, int rule) {
        return group.status().rules().get(rule);
    }

    @Test
    void recording_vector_isWrittenUnderItsNameAndLabels() throws IOException {
        bench.put(0, "requests{job=\"api\",path=\"/a\"}", 3);
        bench.put(0, "requests{job=\"api\",path=\"/b\"}", 4);
        GroupEvaluation group = bench.evaluation("""
                rules:
                - record: job:requests:sum
                  expr: sum by (job) (requests)
                  labels: {kind: total, job: ""}
                """);
        group.evaluate(minute(1));
        assertThat(bench.ask(1, "job:requests:sum")).isEqualTo(Map.of("job:requests:sum{kind=\"total\"}", 7.0));
        assertThat(rule(group, 0).health()).isEqualTo(RuleHealth.GOOD);
    }

    @Test
    void recording_scalar_isOneSeries() {
        bench.evaluation("rules: [{record: answer, expr: 6 * 7}]").evaluate(minute(1));
        assertThat(bench.ask(1, "answer")).isEqualTo(Map.of("answer", 42.0));
    }

    @Test
    void recording_string_isAnError() {
        GroupEvaluation group = bench.evaluation("rules: [{record: answer, expr: '\"text\"'}]");
        group.evaluate(minute(1));
        assertThat(rule(group, 0).health()).isEqualTo(RuleHealth.BAD);
        assertThat(rule(group, 0).lastError()).contains("this one gives a string");
    }

    @Test
    void recording_seriesThatBecomeOne_isAnErrorAndWritesNothing() throws IOException {
        bench.put(0, "requests{path=\"/a\"}", 3);
        bench.put(0, "requests{path=\"/b\"}", 4);
        GroupEvaluation group = bench.evaluation("rules: [{record: r, expr: requests, labels: {path: all}}]");
        group.evaluate(minute(1));
        assertThat(rule(group, 0).lastError()).contains("r{path=\"all\"}");
        assertThat(bench.ask(1, "r")).isEmpty();
    }

    @Test
    void recording_seriesThatVanishes_endsAtOnce() throws IOException {
        bench.put(0, "a", 1);
        GroupEvaluation group = bench.evaluation("rules: [{record: r, expr: a}]");
        group.evaluate(minute(1));
        assertThat(bench.ask(1, "r")).hasSize(1);
        group.evaluate(minute(8));
        assertThat(bench.ask(8, "r")).isEmpty();
        assertThat(bench.ask(7.9, "last_over_time(r[10m])")).hasSize(1);
    }

    @Test
    void recording_failing_leavesItsSeriesAsTheyWere() throws IOException {
        bench.put(0, "a{x=\"1\"}", 1);
        GroupEvaluation group = bench.evaluation("rules: [{record: r, expr: a, labels: {x: ''}}]");
        group.evaluate(minute(1));
        bench.put(1.5, "a{x=\"2\"}", 1);
        group.evaluate(minute(2));
        assertThat(rule(group, 0).health()).isEqualTo(RuleHealth.BAD);
        assertThat(bench.ask(2, "r")).hasSize(1);
    }

    @Test
    void rules_oneReadsTheOther_seeTheSameEvaluation() throws IOException {
        bench.put(0, "a", 1);
        GroupEvaluation group = bench.evaluation("""
                rules:
                - {record: b, expr: a + 1}
                - {record: c, expr: b + 1}
                - {alert: CIsThree, expr: c == 3}
                """);
        group.evaluate(minute(1));
        assertThat(bench.ask(1, "c")).isEqualTo(Map.of("c", 3.0));
        assertThat(bench.ask(1, "ALERTS")).hasSize(1);
    }

    @Test
    void group_queryOffset_looksBackAndWritesThere() throws IOException {
        bench.put(0, "a", 1);
        bench.put(2, "a", 2);
        bench.evaluation("query_offset: 1m\nrules: [{record: r, expr: a}]").evaluate(minute(2.5));
        assertThat(bench.ask(1.5, "r")).isEqualTo(Map.of("r", 1.0));
        assertThat(bench.ask(1.4, "r")).isEmpty();
    }

    @Test
    void group_limit_refusesTheWholeResult() throws IOException {
        bench.put(0, "a{x=\"1\"}", 1);
        bench.put(0, "a{x=\"2\"}", 1);
        GroupEvaluation group = bench.evaluation("limit: 1\nrules: [{record: r, expr: a}, {alert: A, expr: a}]");
        group.evaluate(minute(1));
        assertThat(rule(group, 0).lastError()).isEqualTo("exceeded limit of 1 with 2 series");
        assertThat(rule(group, 1).lastError()).isEqualTo("exceeded limit of 1 with 2 alerts");
        assertThat(rule(group, 1).alerts()).isEmpty();
        assertThat(bench.ask(1, "{__name__=~\"r|ALERTS\"}")).isEmpty();
    }

    @Test
    void alert_overItsLife_writesItsSeries() throws IOException {
        bench.put(0, "up{job=\"api\"}", 0);
        GroupEvaluation group = bench.evaluation("""
                rules:
                - alert: Down
                  expr: up == 0
                  for: 2m
                  labels: {severity: page}
                """);
        group.evaluate(minute(1));
        String labels = "alertname=\"Down\", %sjob=\"api\", severity=\"page\"}";
        assertThat(bench.ask(1, "ALERTS"))
                .isEqualTo(Map.of("ALERTS{" + labels.formatted("alertstate=\"pending\", "), 1.0));
        assertThat(bench.ask(1, "ALERTS_FOR_STATE"))
                .isEqualTo(Map.of("ALERTS_FOR_STATE{" + labels.formatted(""), (double)
                        minute(1).getEpochSecond()));
        group.evaluate(minute(3));
        assertThat(bench.ask(3, "ALERTS"))
                .isEqualTo(Map.of("ALERTS{" + labels.formatted("alertstate=\"firing\", "), 1.0));
        bench.put(3.5, "up{job=\"api\"}", 1);
        group.evaluate(minute(4));
        assertThat(bench.ask(4, "{__name__=~\"ALERTS.*\"}")).isEmpty();
        assertThat(bench.told)
                .extracting(Alert::startsAt, Alert::endsAt)
                .containsExactly(tuple(minute(3), minute(7)), tuple(minute(3), minute(4)));
    }

    @Test
    void alert_templates_tellOfTheSeries() throws IOException {
        bench.put(0, "up{job=\"api\",instance=\"a.example:9100\"}", 0.125);
        bench.put(0, "owner{job=\"api\"}", 1);
        bench.context = bench.context.withSettings(
                RuleSettings.DEFAULT.withExternal(Labels.of("region", "eu"), URI.create("https://watch.example/obs")));
        GroupEvaluation group = bench.evaluation("""
                rules:
                - alert: Low
                  expr: up < 1
                  labels:
                    host: '{{ $labels.instance | stripDomain }}'
                    instance: ''
                  annotations:
                    summary: '{{ $labels.job }} of {{ $externalLabels.region }} at {{ $value | humanizePercentage }}'
                    metric: '{{ .Labels.__name__ }}{{ $labels.missing }}'
                    link: '{{ $externalURL }}/{{ pathPrefix }}'
                    owners: '{{ range query "owner" }}{{ .Labels.job }}={{ .Value }}{{ end }}'
                    broken: '{{ query "nothing" | first | value }}'
                """);
        group.evaluate(minute(1));
        ActiveAlert alert = rule(group, 0).alerts().getFirst();
        assertThat(alert.labels()).isEqualTo(Labels.of("alertname", "Low", "host", "a:9100", "job", "api"));
        assertThat(alert.state()).isEqualTo(AlertState.FIRING);
        Map<String, String> annotations = alert.annotations().toMap();
        assertThat(annotations)
                .containsEntry("summary", "api of eu at 12.5%")
                .containsEntry("metric", "up")
                .containsEntry("link", "https://watch.example/obs//obs")
                .containsEntry("owners", "api=1");
        assertThat(annotations.get("broken"))
                .startsWith("<error expanding template: error executing template __alert_Low: ")
                .contains("first() called on vector with no elements");
        assertThat(bench.told.getFirst().generatorUrl())
                .isEqualTo("https://watch.example/obs/graph?g0.expr=up+%3C+1&g0.tab=1");
    }

    @Test
    void receiver_thatFails_keepsNoSeriesFromBeingWritten() throws IOException {
        bench.put(0, "a", 1);
        bench.context = bench.context.withAlerts(alerts -> {
            throw new IllegalStateException("no room");
        });
        bench.evaluation("rules: [{alert: A, expr: a}]").evaluate(minute(1));
        assertThat(bench.ask(1, "ALERTS")).hasSize(1);
    }

    @Test
    void alerts_thatBecomeOne_areAnError() throws IOException {
        bench.put(0, "a{x=\"1\"}", 1);
        bench.put(0, "a{x=\"2\"}", 1);
        GroupEvaluation group = bench.evaluation("rules: [{alert: A, expr: a, labels: {x: ''}}]");
        group.evaluate(minute(1));
        assertThat(rule(group, 0).lastError()).contains("{alertname=\"A\"}");
    }

    @Test
    void group_changed_keepsAlertsAndEndsSeriesOfRulesThatAreGone() throws IOException {
        bench.put(0, "a", 1);
        GroupEvaluation before = bench.evaluation("""
                rules:
                - {alert: A, expr: a > 0, for: 2m}
                - {record: gone, expr: a}
                - {record: kept, expr: a}
                """);
        before.evaluate(minute(1));
        GroupEvaluation after = bench.evaluation("""
                rules:
                - {record: kept, expr: a * 2}
                - {alert: A, expr: a >= 1, for: 2m}
                """);
        after.continueFrom(before);
        after.evaluate(minute(3));
        assertThat(rule(after, 1).alerts())
                .extracting(ActiveAlert::state, ActiveAlert::activeAt)
                .containsExactly(tuple(AlertState.FIRING, minute(1)));
        assertThat(bench.ask(3, "gone")).isEmpty();
        assertThat(bench.ask(3, "kept")).isEqualTo(Map.of("kept", 2.0));
    }

    @Test
    void group_retired_endsItsSeries() throws IOException {
        bench.put(0, "a", 1);
        GroupEvaluation group = bench.evaluation("rules: [{record: r, expr: a}, {alert: A, expr: a}]");
        group.evaluate(minute(1));
        group.retire(minute(2));
        assertThat(bench.ask(2, "{__name__=~\"r|ALERTS.*\"}")).isEmpty();
    }

    @Test
    void rules_concurrent_giveWhatTheyGiveOneAfterTheOther() throws IOException {
        bench.put(0, "a", 1);
        bench.context = bench.context.withSettings(RuleSettings.DEFAULT.withConcurrency(4));
        GroupEvaluation group = bench.evaluation("""
                rules:
                - {record: early, expr: a + 1}
                - {record: b, expr: a + 1}
                - {record: c, expr: b + 1}
                - {record: d, expr: c + 1}
                - {record: other, expr: a}
                """);
        for (int i = 1; i < 20; i++) {
            group.evaluate(minute(i * 0.2));
            assertThat(bench.ask(i * 0.2, "d")).isEqualTo(Map.of("d", 4.0));
        }
        assertThat(group.status().rules()).extracting(RuleStatus::health).containsOnly(RuleHealth.GOOD);
    }

    @Test
    void order_rulesThatTouchTheSameSeries_waitForEachOther() {
        List<Rule> rules = RuleBench.group("""
                rules:
                - {record: reads_late, expr: late}
                - {record: a, expr: x}
                - {record: a, expr: y}
                - {record: late, expr: a}
                - {alert: Any, expr: '{job="api"}'}
                - {alert: Alerts, expr: ALERTS}
                """).rules();
        RuleOrder order = new RuleOrder(rules, 2);
        assertThat(order.before(0)).isEmpty();
        assertThat(order.before(1)).isEmpty();
        assertThat(order.before(2)).containsExactly(1);
        assertThat(order.before(3)).containsExactly(0, 1, 2);
        assertThat(order.before(4)).containsExactly(0, 1, 2, 3);
        assertThat(order.before(5)).containsExactly(4);
    }
}
