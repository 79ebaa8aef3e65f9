package io.dawsos.observatory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.config.ConfigException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleFileTest {
    private static RuleFile parse(String text) {
        return RuleFile.parse("rules.yml", text);
    }

    private static void refused(String text, String... parts) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void file_withEverything_isRead() {
        RuleGroup group = parse("""
                        groups:
                          - name: shop
                            interval: 15s
                            query_offset: 1m30s
                            limit: 5
                            labels: {team: shop, severity: none}
                            rules:
                              - record: job:orders:rate5m
                                expr: sum by (job) (rate(orders_total[5m]))
                                labels: {source: rule}
                              - alert: OrdersStopped
                                expr: job:orders:rate5m == 0
                                for: 10m
                                keep_firing_for: 5m
                                labels: {severity: page}
                                annotations: {summary: "no orders at {{ $labels.job }}"}
                        """).groups().getFirst();

        assertThat(group.key()).isEqualTo("rules.yml;shop");
        assertThat(group.interval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(group.queryOffset()).isEqualTo(Duration.ofSeconds(90));
        assertThat(group.limit()).isEqualTo(5);
        assertThat(group.labels()).isEqualTo(Map.of("team", "shop", "severity", "none"));
        RecordingRule recording = (RecordingRule) group.rules().get(0);
        assertThat(recording.labels()).isEqualTo(Map.of("team", "shop", "severity", "none", "source", "rule"));
        assertThat(recording.line()).isEqualTo(8);
        AlertingRule alerting = (AlertingRule) group.rules().get(1);
        assertThat(alerting.forDuration()).isEqualTo(Duration.ofMinutes(10));
        assertThat(alerting.keepFiringFor()).isEqualTo(Duration.ofMinutes(5));
        assertThat(alerting.labels()).isEqualTo(Map.of("team", "shop", "severity", "page"));
        assertThat(alerting.annotations()).isEqualTo(Map.of("summary", "no orders at {{ $labels.job }}"));
    }

    @Test
    void file_empty_hasNoGroups() {
        assertThat(parse("").groups()).isEmpty();
        assertThat(parse("groups:\n").groups()).isEmpty();
    }

    @Test
    void expr_malformed_errorHasLineOfFileAndColumnOfQuery() {
        refused("""
                groups:
                  - name: g
                    rules:
                      - record: a
                        expr: rate(hi)
                """, "rules.yml:5: ", "groups[0].rules[0].expr: query 1:6: ");
    }

    @Test
    void key_unknown_isNamedWithTheNearest() {
        refused("""
                groups:
                  - name: g
                    rules:
                      - alert: a
                        expr: 1
                        annotation: {x: y}
                """, "rules.yml:6: ", "annotation", "did you mean \"annotations\"");
    }

    @Test
    void groups_ofOneName_errorNamesBothLines() {
        refused("groups:\n  - name: a\n  - name: a\n", "rules.yml:3: ", "also on line 2");
    }

    @Test
    void group_withoutName_isRefused() {
        refused("groups:\n  - name: ''\n", "rules.yml:2: ", "a group has a name");
        refused("groups:\n  - rules: []\n", "\"name\" is missing");
    }

    @Test
    void rule_withoutKind_isRefused() {
        refused("groups: [{name: g, rules: [{expr: 1}]}]", "one of record and alert, this one has none");
        refused("groups: [{name: g, rules: [{record: a, alert: b, expr: 1}]}]", "has both");
    }

    @Test
    void rule_withoutExpr_isRefused() {
        refused("groups: [{name: g, rules: [{record: a}]}]", "\"expr\" is missing");
        refused("groups: [{name: g, rules: [{record: a, expr: ''}]}]", "this one is empty");
    }

    @Test
    void recording_withWhatIsForAlerts_isRefused() {
        for (String key : new String[] {"for: 1m", "keep_firing_for: 1m", "annotations: {a: b}"}) {
            refused("groups: [{name: g, rules: [{record: a, expr: 1, " + key + "}]}]", "is for alerts");
        }
        assertThat(parse("groups: [{name: g, rules: [{record: a, expr: 1, for: 0s}]}]")
                        .groups())
                .hasSize(1);
    }

    @Test
    void record_withLabelsInItsName_isRefused() {
        refused("groups: [{name: g, rules: [{record: 'a{b=\"c\"}', expr: 1}]}]", "labels stand under labels");
    }

    @Test
    void label_calledName_isRefused() {
        refused("groups: [{name: g, rules: [{record: a, expr: 1, labels: {__name__: b}}]}]", "__name__");
        refused("groups: [{name: g, labels: {__name__: b}}]", "__name__");
    }

    @Test
    void template_malformed_isRefusedAtItsLine() {
        refused("""
                groups:
                  - name: g
                    rules:
                      - alert: a
                        expr: 1
                        annotations:
                          fine: "{{ $value }}"
                          broken: "{{ $unknown }}"
                """, "rules.yml:8: ", "annotations.broken", "unknown");
        refused("groups: [{name: g, rules: [{alert: a, expr: 1, labels: {x: '{{'}}]}]", "labels.x");
    }

    @Test
    void names_legacy_refuseOthers() {
        String text = "groups: [{name: g, rules: [{alert: a, expr: 1, annotations: {ins-tance: b}}]}]";
        assertThat(parse(text).groups()).hasSize(1);
        assertThatThrownBy(() -> RuleFile.parse("rules.yml", text, new RuleDialect(NameValidation.LEGACY, Set.of())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("ins-tance");
    }

    @Test
    void group_movedInItsFile_isTheSame() {
        RuleGroup group = parse("groups: [{name: g, rules: [{record: a, expr: sum( b )}]}]")
                .groups()
                .getFirst();
        RuleGroup moved = parse("groups:\n- name: g\n  rules:\n  - expr: sum(b)\n    record: a\n")
                .groups()
                .getFirst();
        RuleGroup other = parse("groups: [{name: g, rules: [{record: a, expr: sum(c)}]}]")
                .groups()
                .getFirst();
        assertThat(group.sameAs(moved)).isTrue();
        assertThat(group.sameAs(other)).isFalse();
    }
}
