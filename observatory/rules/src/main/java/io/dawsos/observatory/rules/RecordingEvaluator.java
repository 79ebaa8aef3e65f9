package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import io.dawsos.observatory.rules.alert.ActiveAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Renames what the expression gives. */
record RecordingEvaluator(RecordingRule rule, Queries queries, Duration queryOffset, long limit)
        implements RuleEvaluator {
    @Override
    public List<RuleSample> evaluate(Instant at) {
        List<RuleSample> samples = queries.result(rule, at.minus(queryOffset)).stream()
                .map(sample -> sample.withLabels(recorded(sample.labels())))
                .toList();
        Set<Labels> seen = new HashSet<>();
        for (RuleSample sample : samples) {
            if (!seen.add(sample.labels())) {
                throw new RuleFailure("two series of the result become " + sample.labels()
                        + " with the rule's labels; a series may come once");
            }
        }
        if (limit > 0 && samples.size() > limit) {
            throw new RuleFailure("exceeded limit of " + limit + " with " + samples.size() + " series");
        }
        return samples;
    }

    private Labels recorded(Labels labels) {
        LabelsBuilder recorded = labels.toBuilder().set(Labels.METRIC_NAME, rule.record());
        rule.labels().forEach(recorded::set);
        return recorded.build();
    }

    @Override
    public List<ActiveAlert> alerts() {
        return List.of();
    }
}
