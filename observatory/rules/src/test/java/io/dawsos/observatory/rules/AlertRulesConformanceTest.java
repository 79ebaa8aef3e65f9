package io.dawsos.observatory.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.telemetry.testing.ConformanceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alert rules in real use evaluate without an error, over nothing and over series made for them. */
class AlertRulesConformanceTest {
    @TempDir
    private Path folder;

    @Test
    void alertRules_overAnEmptyStore_evaluate() throws IOException {
        try (RuleBench bench = new RuleBench(folder)) {
            evaluate(bench);
        }
    }

    @Test
    void alertRules_overGeneratedSeries_evaluate() throws IOException {
        try (RuleBench bench = new RuleBench(folder)) {
            Set<Labels> series = new HashSet<>();
            groups().forEach(group -> group.rules().forEach(rule -> addSeriesFor(rule, series)));
            fill(bench, series);
            assertThat(evaluate(bench)).isPositive();
        }
    }

    private static List<RuleGroup> groups() throws IOException {
        List<RuleGroup> groups = new ArrayList<>();
        for (Path file : ConformanceFiles.files("alert-rules", ".yml", ".yaml")) {
            groups.addAll(RuleFile.read(file).groups());
        }
        return groups;
    }

    /** Two evaluations of everything; how many alerts there are then. */
    private static int evaluate(RuleBench bench) throws IOException {
        List<String> failed = new ArrayList<>();
        int alerts = 0;
        for (RuleGroup group : groups()) {
            GroupEvaluation evaluation = new GroupEvaluation(group, bench.context);
            evaluation.evaluate(RuleBench.minute(59));
            evaluation.evaluate(RuleBench.minute(60));
            for (RuleStatus rule : evaluation.status().rules()) {
                if (rule.health() != RuleHealth.GOOD) {
                    failed.add(group.key() + " " + rule.rule().name() + ": " + rule.lastError());
                }
                rule.alerts().forEach(alert -> alert.annotations().forEach((name, text) -> {
                    if (text.contains("<error")) {
                        failed.add(group.key() + " " + alert.labels() + ": " + text);
                    }
                }));
                alerts += rule.alerts().size();
            }
        }
        assertThat(failed).isEmpty();
        return alerts;
    }

    /** A series for each selector that names what it wants. */
    private static void addSeriesFor(Rule rule, Set<Labels> series) {
        for (List<Matcher> selector : RuleReads.of(rule).selectors()) {
            LabelsBuilder labels = new LabelsBuilder().set("instance", "a:9100").set("job", "made");
            Map<String, String> equal = new HashMap<>();
            for (Matcher matcher : selector) {
                if (matcher.type() == Matcher.Type.EQUAL) {
                    equal.put(matcher.name(), matcher.value());
                }
            }
            equal.forEach(labels::set);
            if (labels.has(Labels.METRIC_NAME)) {
                series.add(labels.build());
            }
        }
    }

    private static void fill(RuleBench bench, Set<Labels> series) throws IOException {
        Random random = new Random(5);
        List<Labels> ordered = series.stream().sorted().toList();
        for (int minute = 0; minute <= 60; minute++) {
            Appender appender = bench.store.appender();
            for (Labels labels : ordered) {
                appender.append(labels, RuleBench.minute(minute).toEpochMilli(), random.nextInt(200));
            }
            assertThat(appender.commit().refusedInAll()).isZero();
        }
    }
}
