package io.dawsos.observatory.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RuleFormatTest {
    private static final String LONG =
            "sum by (job, instance) (rate(http_requests_total{job=\"api\", code=~\"5..\"}[5m])) / sum by (job, instance)"
                    + " (rate(http_requests_total{job=\"api\"}[5m])) > 0.05";

    private static String format(String text) {
        String formatted = RuleFormat.format("rules.yml", text).text();
        assertThat(RuleFormat.format("rules.yml", formatted).text())
                .as("laid out again")
                .isEqualTo(formatted);
        return formatted;
    }

    /** The file of one rule with its expression as it is written, and something after it. */
    private static String rule(String expr) {
        return """
                # a file
                groups:
                  - name:   "g"   # a group
                    rules:
                      - record:  a:b   # odd spaces stay
                        expr: %s

                      # the next
                      - alert: X
                        'expr' : up==0
                        for: 5m
                """.formatted(expr);
    }

    private static String expected(String expr) {
        return rule(expr).replace("up==0", "up == 0");
    }

    @Test
    void plain_short_staysPlain() {
        assertThat(format(rule("sum( up )by(job)  # why"))).isEqualTo(expected("sum by (job) (up)  # why"));
    }

    @Test
    void singleQuoted_short_staysSo() {
        assertThat(format(rule("'up{a=\"it''s\"}==0'"))).isEqualTo(expected("'up{a=\"it''s\"} == 0'"));
    }

    @Test
    void doubleQuoted_short_staysSo() {
        assertThat(format(rule("\"up{a=\\\"b\\\"}==0\""))).isEqualTo(expected("\"up{a=\\\"b\\\"} == 0\""));
    }

    @Test
    void plain_alreadyLaidOut_staysThoughItWouldBeQuoted() {
        for (String expr : new String[] {"-up", "1", "1 + 1", "up # why"}) {
            assertThat(format(rule(expr))).isEqualTo(expected(expr));
        }
    }

    @Test
    void plain_long_becomesABlock() {
        String block = """
                |- # why
                          sum by (job, instance) (rate(http_requests_total{job="api", code=~"5.."}[5m]))
                            /
                              sum by (job, instance) (rate(http_requests_total{job="api"}[5m]))
                          >
                            0.05""";
        assertThat(format(rule(LONG + " # why"))).isEqualTo(expected(block));
    }

    @Test
    void block_eachKind_keepsItsSignAndItsIndentation() {
        for (String sign : new String[] {"|", "|-", "|+", ">", ">-", "| # why"}) {
            assertThat(format(rule(sign + "\n             sum( up )\n             by(job)")))
                    .isEqualTo(expected(sign + "\n             sum by (job) (up)"));
        }
    }

    @Test
    void quoted_overManyLines_isReplacedAsAWhole() {
        assertThat(format(rule("'sum(\n          up\n          )'"))).isEqualTo(expected("'sum(up)'"));
    }

    @Test
    void flow_long_staysOnItsLine() {
        String file =
                "groups: [{name: g, rules: [{record: a, expr: 'sum(" + LONG + ")'}, {record: b, expr: up==1}]}]\n";
        assertThat(format(file))
                .isEqualTo("groups: [{name: g, rules: [{record: a, expr: 'sum(" + LONG
                        + ")'}, {record: b, expr: up == 1}]}]\n");
    }

    @Test
    void expression_withAComment_isKeptAndNamed() {
        String file = rule("|\n          up  # the target\n            ==0");
        FormattedRules formatted = RuleFormat.format("rules.yml", file);
        assertThat(formatted.text()).isEqualTo(file.replace("up==0", "up == 0"));
        assertThat(formatted.kept()).containsExactly(6);
    }

    @Test
    void expression_withAHashInQuotes_isNoComment() {
        assertThat(format(rule("'up{a=\"#\"}==0'"))).isEqualTo(expected("'up{a=\"#\"} == 0'"));
    }

    @Test
    void lines_endedAsOnWindows_endSoStill() {
        String file = rule(LONG).replace("\n", "\r\n");
        assertThat(format(file)).contains("|-\r\n").doesNotContainPattern("[^\r]\n");
    }

    @Test
    void characters_beyondTheBasicPlane_doNotShiftPlaces() {
        String file = "# \ud83d\udd25\n" + rule("up==\"x\"".replace("\"x\"", "1"));
        assertThat(format(file)).isEqualTo("# \ud83d\udd25\n" + expected("up == 1"));
    }

    @Test
    void expression_repeatedByAnAlias_isLaidOutOnce() {
        String file = "groups:\n- name: g\n  rules:\n  - record: a\n    expr: &e up==1\n  - record: b\n    expr: *e\n";
        assertThat(format(file)).isEqualTo(file.replace("up==1", "up == 1"));
    }

    @Test
    void block_atTheEndOfTheFile_endsAsItDid() {
        String file = "groups:\n- name: g\n  rules:\n  - record: a\n    expr: |\n      up==1";
        assertThat(format(file)).isEqualTo(file.replace("up==1", "up == 1"));
    }

    @Test
    void expression_malformed_isRefusedWithItsLine() {
        assertThatThrownBy(() -> format(rule("up ==")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("rules.yml:6: expr: query 1:");
    }
}
