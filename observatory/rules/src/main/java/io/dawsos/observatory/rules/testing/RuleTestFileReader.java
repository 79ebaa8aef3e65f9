package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.model.Labels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@link RuleTestFile}s; whatever is not of the format is refused with its place. */
final class RuleTestFileReader {
    private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);

    private final String file;
    private final Path folder;

    private RuleTestFileReader(String file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    static RuleTestFile read(String file, Path folder, ConfigNode root) {
        return new RuleTestFileReader(file, folder).file(root);
    }

    private RuleTestFile file(ConfigNode root) {
        if (root.isNull()) {
            return new RuleTestFile(file, folder, List.of(), DEFAULT_INTERVAL, List.of(), false, List.of());
        }
        ConfigMap map = root.map();
        List<RuleFilePattern> patterns = map.list("rule_files").stream()
                .map(node -> new RuleFilePattern(node.string(), node.line()))
                .toList();
        Duration interval = interval(map, "evaluation_interval", DEFAULT_INTERVAL);
        List<String> order = order(map.list("group_eval_order"));
        boolean fuzzy = map.bool("fuzzy_compare", false);
        List<RuleTest> tests =
                map.list("tests").stream().map(node -> test(node, interval)).toList();
        map.end();
        return new RuleTestFile(file, folder, patterns, interval, order, fuzzy, tests);
    }

    /** An interval of 0 is as none, as for promtool. */
    private static Duration interval(ConfigMap map, String key, Duration otherwise) {
        Duration interval = map.duration(key, otherwise);
        return interval.isZero() ? otherwise : interval;
    }

    private static List<String> order(List<ConfigNode> nodes) {
        List<String> order = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ConfigNode node : nodes) {
            String group = node.string();
            if (!seen.add(group)) {
                throw node.problem("the group \"" + group + "\" comes twice in the order of evaluation; name it once");
            }
            order.add(group);
        }
        return order;
    }

    private static RuleTest test(ConfigNode node, Duration evaluationInterval) {
        ConfigMap map = node.map();
        RuleTest test = new RuleTest(
                map.string("name", ""),
                node.line(),
                interval(map, "interval", evaluationInterval),
                start(map.find("start_timestamp")),
                map.list("input_series").stream()
                        .map(RuleTestFileReader::series)
                        .toList(),
                map.list("alert_rule_test").stream()
                        .map(RuleTestFileReader::alertCheck)
                        .toList(),
                map.list("promql_expr_test").stream()
                        .map(RuleTestFileReader::exprCheck)
                        .toList(),
                Labels.of(map.strings("external_labels")),
                map.string("external_url", ""));
        map.end();
        return test;
    }

    private static Instant start(@Nullable ConfigNode node) {
        return node == null || node.isNull() ? Instant.EPOCH : StartTimestamp.parse(node);
    }

    private static InputSeries series(ConfigNode node) {
        ConfigMap map = node.map();
        InputSeries series = new InputSeries(map.need("series").string(), map.string("values", ""), node.line());
        map.end();
        return series;
    }

    private static AlertCheck alertCheck(ConfigNode node) {
        ConfigMap map = node.map();
        AlertCheck check = new AlertCheck(
                map.duration("eval_time", Duration.ZERO), name(map.need("alertname")), alerts(map), node.line());
        map.end();
        return check;
    }

    private static String name(ConfigNode node) {
        if (node.string().isEmpty()) {
            throw node.problem("the name of an alert is empty; write the name of an alerting rule");
        }
        return node.string();
    }

    private static List<ExpectedAlert> alerts(ConfigMap check) {
        return check.list("exp_alerts").stream().map(RuleTestFileReader::alert).toList();
    }

    private static ExpectedAlert alert(ConfigNode node) {
        if (node.isNull()) {
            return new ExpectedAlert(Map.of(), Map.of());
        }
        ConfigMap map = node.map();
        ExpectedAlert alert = new ExpectedAlert(map.strings("exp_labels"), map.strings("exp_annotations"));
        map.end();
        return alert;
    }

    private static ExprCheck exprCheck(ConfigNode node) {
        ConfigMap map = node.map();
        ExprCheck check = new ExprCheck(
                map.duration("eval_time", Duration.ZERO),
                map.need("expr").string(),
                map.list("exp_samples").stream().map(RuleTestFileReader::sample).toList(),
                node.line());
        map.end();
        return check;
    }

    private static ExpectedSample sample(ConfigNode node) {
        ConfigMap map = node.map();
        ConfigNode value = map.find("value");
        ExpectedSample sample = new ExpectedSample(
                map.string("labels", ""),
                value == null || value.isNull() ? 0 : value.number(),
                map.string("histogram", ""),
                node.line());
        map.end();
        return sample;
    }
}
