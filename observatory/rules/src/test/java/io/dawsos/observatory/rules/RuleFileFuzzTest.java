package io.dawsos.observatory.rules;

import io.dawsos.telemetry.testing.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link RuleFileFuzzTarget} from sample files on. */
class RuleFileFuzzTest {
    private static final List<String> SAMPLES =
            List.of("""
            groups:
              - name: g
                interval: 30s
                query_offset: 1m
                limit: 3
                labels: {team: x}
                rules:
                  - &a
                    alert: A
                    expr: up == 0
                    for: 5m
                    keep_firing_for: 1m
                    labels: {severity: '{{ $value | humanize }}'}
                    annotations: {summary: '{{ range query "up" }}{{ .Labels.job }}{{ end }}'}
                  - <<: *a
                    alert: B
                  - record: r
                    expr: sum by (job) (rate(x[5m]))
            """, "groups: [{name: g, rules: [{record: a, expr: 1}]}]", "groups:\n- name: a\n- name: a\n");

    private static final List<String> WORDS = List.of(
            "groups",
            "name",
            "rules",
            "record",
            "alert",
            "expr",
            "for",
            "labels",
            "annotations",
            "interval",
            "limit",
            "query_offset",
            "keep_firing_for",
            "{{",
            "}}",
            "$labels",
            "$value",
            "<<: *a",
            "&a",
            "5m");

    @TempDir
    private Path temporary;

    @Test
    void ruleFile_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().inputs(1000, corpus());
    }

    @Test
    @Tag("long")
    void ruleFile_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().minutes(10, corpus());
    }

    private Fuzzing fuzzing() {
        return new Fuzzing(RuleFileFuzzTarget.class, "io.dawsos.observatory.rules.**", temporary, WORDS);
    }

    private Path corpus() throws IOException {
        Path corpus = Files.createDirectories(temporary.resolve("corpus"));
        for (int i = 0; i < SAMPLES.size(); i++) {
            Files.writeString(corpus.resolve("file" + i), SAMPLES.get(i));
        }
        return corpus;
    }
}
