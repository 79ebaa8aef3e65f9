package io.dawsos.observatory.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.promql.PromQl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultLabelsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up                                                  | instance | true",
                "up{instance=\"\"}                                   | instance | false",
                "sum by (job) (up)                                   | job      | true",
                "sum by (job) (up)                                   | instance | false",
                "sum without (instance) (up) > 1                     | instance | false",
                "sum without (instance) (up) > 1                     | job      | true",
                "sum(up)                                             | job      | false",
                "topk(3, up)                                         | instance | true",
                "count_values by (job) (\"version\", build_info)     | version  | true",
                "count_values by (job) (\"version\", build_info)     | instance | false",
                "vector(1)                                           | job      | false",
                "1                                                   | job      | false",
                "absent(up{job=\"api\", instance=~\"a.*\"})          | job      | true",
                "absent(up{job=\"api\", instance=~\"a.*\"})          | instance | false",
                "absent_over_time(up{job=\"api\"}[5m])               | job      | true",
                "histogram_quantile(0.9, sum by (le, job) (rate(x_bucket[5m]))) | le  | false",
                "histogram_quantile(0.9, sum by (le, job) (rate(x_bucket[5m]))) | job | true",
                "label_replace(sum(up), \"zone\", \"a\", \"\", \"\") | zone     | true",
                "a / on (job) b                                      | job      | true",
                "a / on (job) b                                      | instance | false",
                "a / ignoring (code) b                               | code     | false",
                "a / ignoring (code) b                               | job      | true",
                "a * on (job) group_left (team) b                    | team     | true",
                "a * on (job) group_left (team) b                    | instance | true",
                "a * on (job) group_left (team) sum by (job) (b)     | team     | false",
                "sum by (job) (a) * on (job) group_right b           | instance | true",
                "sum by (job) (a) and b                              | instance | false",
                "sum by (job) (a) or sum by (zone) (b)               | zone     | true",
                "sum by (job) (a) or sum by (zone) (b)               | instance | false",
                "sum by (job) (a) > bool 3                           | job      | true",
                "-max_over_time(sum by (job) (a)[5m:])               | instance | false"
            })
    void label_ofAResult_isPossibleOrNot(String expr, String label, boolean possible) {
        assertThat(ResultLabels.of(PromQl.parse(expr)).mayHave(label)).isEqualTo(possible);
    }
}
