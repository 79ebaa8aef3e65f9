package io.dawsos.observatory.rules.testing;

import io.dawsos.telemetry.testing.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link TestFileFuzzTarget} from sample files on. */
class TestFileFuzzTest {
    private static final List<String> SAMPLES = List.of(
            """
            rule_files: [a.yml]
            evaluation_interval: 5s
            fuzzy_compare: true
            group_eval_order: [a, b]
            tests:
              - name: one
                start_timestamp: 2024-01-01T00:00:00Z
                input_series:
                  - {series: 'up{job="a"}', values: 1 2 _x3 stale 4+2x5}
                  - {series: h, values: '{{schema:1 count:3 buckets:[1 2]}}+{{count:1}}x3'}
                alert_rule_test:
                  - {eval_time: 1h30m, alertname: X, exp_alerts: [{exp_labels: {a: b}, exp_annotations: {c: d}}]}
                promql_expr_test:
                  - {expr: up, eval_time: 0, exp_samples: [{labels: 'up{job="a"}', value: .inf}]}
                  - {expr: h, exp_samples: [{labels: h, histogram: '{{count:3 sum:1}}'}]}
                external_labels: {a: b}
                external_url: http://localhost
            """,
            "tests: [{}]",
            "tests:\n- interval: 1m\n  input_series: [{series: 'a', values: 1x10}]\n  start_timestamp: 1609459200.5\n");

    private static final List<String> WORDS = List.of(
            "tests:",
            "input_series:",
            "series:",
            "values:",
            "alert_rule_test:",
            "promql_expr_test:",
            "exp_samples:",
            "labels:",
            "value:",
            "histogram:",
            "eval_time:",
            "start_timestamp:",
            "interval:",
            "stale",
            "{{",
            "}}",
            "count:",
            "buckets:[",
            "x10",
            "+1x5",
            "_x2");

    @TempDir
    private Path temporary;

    @Test
    void reader_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().inputs(1200, corpus());
    }

    @Test
    @Tag("long")
    void reader_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().minutes(10, corpus());
    }

    private Fuzzing fuzzing() {
        return new Fuzzing(TestFileFuzzTarget.class, "io.dawsos.observatory.rules.testing.**", temporary, WORDS);
    }

    private Path corpus() throws IOException {
        Path corpus = Files.createDirectories(temporary.resolve("corpus"));
        for (int i = 0; i < SAMPLES.size(); i++) {
            Files.writeString(corpus.resolve("tests" + i), SAMPLES.get(i));
        }
        return corpus;
    }
}
