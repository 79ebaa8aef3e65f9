package io.dawsos.observatory.rules;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the result of an expression as series of another name.
 *
 * @param record the name
 */
public record RecordingRule(String record, String expr, Expr parsed, Map<String, String> labels, int line)
        implements Rule {
    public RecordingRule {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    @Override
    public String name() {
        return record;
    }

    @Override
    public boolean sameAs(Rule other) {
        return other instanceof RecordingRule rule
                && record.equals(rule.record)
                && parsed.sameAs(rule.parsed)
                && labels.equals(rule.labels);
    }
}
