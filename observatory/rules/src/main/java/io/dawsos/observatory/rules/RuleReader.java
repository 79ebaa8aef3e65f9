package io.dawsos.observatory.rules;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.rules.template.RuleTemplates;
import io.dawsos.observatory.template.TemplateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a group. */
final class RuleReader {
    private final RuleDialect dialect;
    private final LabelReader labels;
    private final Map<String, String> groupLabels;

    RuleReader(RuleDialect dialect, Map<String, String> groupLabels) {
        this.dialect = dialect;
        this.labels = new LabelReader(dialect.names());
        this.groupLabels = groupLabels;
    }

    Rule read(ConfigNode node) {
        ConfigMap map = node.map();
        ConfigNode record = written(map, "record");
        ConfigNode alert = written(map, "alert");
        if (record != null && alert != null) {
            throw node.problem("a rule has one of record and alert, this one has both; make two rules of it");
        }
        Rule rule;
        if (record != null) {
            rule = recording(map, record, node.line());
        } else if (alert != null) {
            rule = alerting(map, alert, node.line());
        } else {
            throw node.problem("a rule has one of record and alert, this one has none");
        }
        dialect.end(map);
        return rule;
    }

    private static @Nullable ConfigNode written(ConfigMap map, String key) {
        ConfigNode node = map.find(key);
        return node == null || node.isNull() || node.string().isEmpty() ? null : node;
    }

    private RecordingRule recording(ConfigMap map, ConfigNode record, int line) {
        for (String key : List.of("for", "keep_firing_for", "annotations")) {
            ConfigNode node = map.find(key);
            if (node != null && !isNothing(node)) {
                throw node.problem(key + " is for alerts, this rule records " + GoString.quoted(record.string())
                        + "; take it out, or write alert for record");
            }
        }
        checkMetric(record);
        ConfigNode expr = expr(map);
        return new RecordingRule(
                record.string(), expr.string(), parsed(expr), merged(labels.labels(map.find("labels"))), line);
    }

    private static boolean isNothing(ConfigNode node) {
        return node.isNull()
                || (node.isScalar()
                        ? node.duration().isZero()
                        : node.map().keys().isEmpty());
    }

    private void checkMetric(ConfigNode record) {
        String name = record.string();
        if (name.indexOf('{') >= 0 || name.indexOf('}') >= 0) {
            throw record.problem("record is a metric's name, got " + GoString.quoted(name)
                    + "; labels stand under labels, an expression in expr");
        }
        if (!dialect.names().isMetric(name)) {
            throw record.problem("record is a metric's name, got " + GoString.quoted(name));
        }
    }

    private AlertingRule alerting(ConfigMap map, ConfigNode alert, int line) {
        ConfigNode expr = expr(map);
        ConfigNode labelNode = map.find("labels");
        ConfigNode annotationNode = map.find("annotations");
        AlertingRule rule = new AlertingRule(
                alert.string(),
                expr.string(),
                parsed(expr),
                map.duration("for", Duration.ZERO),
                map.duration("keep_firing_for", Duration.ZERO),
                merged(labels.labels(labelNode)),
                labels.annotations(annotationNode),
                line);
        checkTemplates(alert.string(), labelNode);
        checkTemplates(alert.string(), annotationNode);
        return rule;
    }

    private static void checkTemplates(String alert, @Nullable ConfigNode node) {
        if (node == null || node.isNull()) {
            return;
        }
        ConfigMap map = node.map();
        for (String name : map.keys()) {
            ConfigNode value = map.need(name);
            try {
                RuleTemplates.check(alert, value.isNull() ? "" : value.string());
            } catch (TemplateException e) {
                throw value.problem(String.valueOf(e.getMessage()));
            }
        }
    }

    private static ConfigNode expr(ConfigMap map) {
        ConfigNode expr = map.need("expr");
        if (expr.isNull() || expr.string().isEmpty()) {
            throw expr.problem("a rule has an expression, this one is empty");
        }
        return expr;
    }

    private Expr parsed(ConfigNode expr) {
        try {
            return PromQl.parse(expr.string(), dialect.features());
        } catch (PromQlException e) {
            throw expr.problem(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, String> merged(Map<String, String> own) {
        Map<String, String> merged = new TreeMap<>(groupLabels);
        merged.putAll(own);
        return merged;
    }
}
