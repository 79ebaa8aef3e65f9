package io.dawsos.observatory.rules;

import io.dawsos.observatory.promql.ast.Expr;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Raises an alert for each series that an expression gives.
 *
 * @param alert the alert's name
 * @param forDuration how long a series must be there before its alert fires
 * @param keepFiringFor how long its alert fires on once the series is gone
 * @param labels set on the alerts; templates
 * @param annotations said of the alerts; templates, sorted by name
 */
public record AlertingRule(
        String alert,
        String expr,
        Expr parsed,
        Duration forDuration,
        Duration keepFiringFor,
        Map<String, String> labels,
        Map<String, String> annotations,
        int line)
        implements Rule {
    public AlertingRule {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
    }

    @Override
    public String name() {
        return alert;
    }

    @Override
    public boolean sameAs(Rule other) {
        return other instanceof AlertingRule rule
                && alert.equals(rule.alert)
                && parsed.sameAs(rule.parsed)
                && forDuration.equals(rule.forDuration)
                && keepFiringFor.equals(rule.keepFiringFor)
                && labels.equals(rule.labels)
                && annotations.equals(rule.annotations);
    }
}
