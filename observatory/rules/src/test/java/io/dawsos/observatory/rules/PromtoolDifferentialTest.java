package io.dawsos.observatory.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.eval.GoText;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.rules.alert.ActiveAlert;
import io.dawsos.observatory.rules.alert.AlertState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What our evaluation gives over random series is written down as a test of rules, which the installed promtool runs with
 * Prometheus's own: recorded series, {@code ALERTS}, {@code ALERTS_FOR_STATE}, and texts of firing alerts, each minute.
 */
class PromtoolDifferentialTest {
    private static final int MINUTES = 25;
    private static final int SERIES = 4;
    private static final List<String> QUERIES =
            List.of("job:a:sum", "job:a:more", "ALERTS", "ALERTS_FOR_STATE", "alerts:pending", "answer");
    private static final List<String> ALERTS = List.of("AtOnce", "AfterTwo", "Kept", "OfRecorded", "Total");

    private static final String RULES = """
            groups:
              - name: g
                interval: 1m
                rules:
                  - record: job:a:sum
                    expr: sum by (job) (a)
                    labels: {kind: made}
                  - record: job:a:more
                    expr: job:a:sum > 8
                  - record: answer
                    expr: 42
                  - alert: AtOnce
                    expr: a > 6
                    labels: {instance: '', node: '{{ $labels.instance }}'}
                    annotations: {summary: '{{ $labels.instance }} has {{ $value }} or {{ $value | humanize }}'}
                  - alert: AfterTwo
                    expr: a > 3
                    for: 2m
                    labels: {severity: '{{ if gt $value 7.0 }}page{{ else }}ticket{{ end }}'}
                  - alert: Kept
                    expr: a > 5
                    for: 1m
                    keep_firing_for: 3m
                    annotations:
                      long: '{{ humanizeDuration 3725 }} {{ humanizePercentage 0.123456 }} {{ humanize1024 123456 }}'
                      names: '{{ range $k, $v := $labels }}{{ $k | toUpper }}={{ $v | title }};{{ end }}'
                  - alert: OfRecorded
                    expr: job:a:sum >= 10
                    annotations:
                      other: '{{ range query "answer" | sortByLabel "job" }}{{ .Value }}{{ end }} at {{ $labels.job }}'
                      broken: '{{ query "nothing" | len }}{{ $labels.none }}'
                  - record: alerts:pending
                    expr: count by (alertname) (ALERTS{alertstate="pending"})
                  - alert: Total
                    expr: sum(a) > 15
                    for: 3m
            """;

    @TempDir
    private Path folder;

    @Test
    void rules_overRandomSeries_giveWhatPrometheusGives() throws Exception {
        assumeTrue(isInstalled(), "promtool is not installed");
        Files.writeString(folder.resolve("rules.yml"), RULES);
        StringBuilder tests = new StringBuilder("rule_files: [rules.yml]\nevaluation_interval: 1m\ntests:\n");
        for (int seed = 1; seed <= 6; seed++) {
            try (RuleBench bench = new RuleBench(Files.createDirectories(folder.resolve("data" + seed)))) {
                write(bench, new Random(seed), tests);
            }
        }
        Path file = Files.writeString(folder.resolve("test.yml"), tests);
        Path log = folder.resolve("log");
        Process promtool = new ProcessBuilder("promtool", "test", "rules", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(promtool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(promtool.exitValue()).as(Files.readString(log)).isZero();
    }

    private static boolean isInstalled() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    }

    private static Instant at(int minute) {
        return Instant.ofEpochSecond(60L * minute);
    }

    /** Evaluates our rules minute by minute, and writes what they give as what is expected of promtool. */
    private static void write(RuleBench bench, Random random, StringBuilder tests) throws IOException {
        int[][] values = values(random);
        tests.append("- interval: 1m\n  input_series:\n");
        for (int series = 0; series < SERIES; series++) {
            StringBuilder text = new StringBuilder();
            for (int value : values[series]) {
                text.append(value < 0 ? "_ " : value + " ");
            }
            tests.append("  - series: '")
                    .append(labels(series))
                    .append("'\n    values: '")
                    .append(text)
                    .append("'\n");
        }
        GroupEvaluation group =
                new GroupEvaluation(RuleFile.parse("rules.yml", RULES).groups().getFirst(), bench.context);
        StringBuilder queries = new StringBuilder("  promql_expr_test:\n");
        StringBuilder alerts = new StringBuilder("  alert_rule_test:\n");
        for (int minute = 0; minute < MINUTES; minute++) {
            put(bench, values, minute);
            group.evaluate(at(minute));
            assertThat(group.status().rules()).extracting(RuleStatus::lastError).containsOnly("");
            writeSamples(bench, minute, queries);
            writeAlerts(group, minute, alerts);
        }
        tests.append(queries).append(alerts);
    }

    private static int[][] values(Random random) {
        int[][] values = new int[SERIES][MINUTES];
        for (int[] series : values) {
            int value = random.nextInt(10);
            for (int minute = 0; minute < MINUTES; minute++) {
                value = random.nextInt(3) == 0 ? random.nextInt(10) : value;
                series[minute] = random.nextInt(12) == 0 ? -1 : value;
            }
        }
        return values;
    }

    private static Labels labels(int series) {
        return Labels.of("__name__", "a", "job", series < 2 ? "api" : "web", "instance", "i" + series);
    }

    private static void put(RuleBench bench, int[][] values, int minute) throws IOException {
        Appender appender = bench.store.appender();
        for (int series = 0; series < SERIES; series++) {
            if (values[series][minute] >= 0) {
                appender.append(labels(series), at(minute).toEpochMilli(), values[series][minute]);
            }
        }
        assertThat(appender.commit().refusedInAll()).isZero();
    }

    private static void writeSamples(RuleBench bench, int minute, StringBuilder out) {
        for (String query : QUERIES) {
            out.append("  - {expr: ")
                    .append(query)
                    .append(", eval_time: ")
                    .append(minute)
                    .append("m, exp_samples: [");
            bench.engine
                    .query(bench.store, query, Steps.instant(at(minute).toEpochMilli()))
                    .vector()
                    .forEach(series -> out.append("{labels: ")
                            .append(GoString.quoted(series.labels().toString()))
                            .append(", value: ")
                            .append(GoText.general(series.column().value(0)))
                            .append("}, "));
            out.append("]}\n");
        }
    }

    private static void writeAlerts(GroupEvaluation group, int minute, StringBuilder out) {
        for (String name : ALERTS) {
            out.append(String.format(Locale.ROOT, "  - {alertname: %s, eval_time: %dm, exp_alerts: [", name, minute));
            group.status().rules().stream()
                    .filter(rule -> rule.rule().name().equals(name))
                    .flatMap(rule -> rule.alerts().stream())
                    .filter(alert -> alert.state() == AlertState.FIRING)
                    .forEach(alert -> write(alert, out));
            out.append("]}\n");
        }
    }

    private static void write(ActiveAlert alert, StringBuilder out) {
        out.append("{exp_labels: ");
        write(alert.labels().without(List.of("alertname")), out);
        out.append(", exp_annotations: ");
        write(alert.annotations(), out);
        out.append("}, ");
    }

    private static void write(Labels labels, StringBuilder out) {
        out.append('{');
        labels.forEach((name, value) ->
                out.append(name).append(": ").append(GoString.quoted(value)).append(", "));
        out.append('}');
    }
}
