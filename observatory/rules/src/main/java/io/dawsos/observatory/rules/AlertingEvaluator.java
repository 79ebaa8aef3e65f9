package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.rules.alert.ActiveAlert;
import io.dawsos.observatory.rules.alert.AlertTracker;
import io.dawsos.observatory.rules.alert.FoundAlert;
import io.dawsos.observatory.rules.template.ExpressionLink;
import io.dawsos.observatory.rules.template.TemplateQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Raises an alert for each series that the expression gives. */
final class AlertingEvaluator implements RuleEvaluator {
    private final AlertingRule rule;
    private final Queries queries;
    private final AlertTemplates templates;
    private final GroupTimes times;
    private final long limit;
    private final AlertTracker tracker;
    private final String link;
    private volatile boolean restored;

    AlertingEvaluator(
            AlertingRule rule,
            Queries queries,
            AlertTemplates templates,
            GroupTimes times,
            long limit,
            String externalUrl,
            boolean restored) {
        this.rule = rule;
        this.queries = queries;
        this.templates = templates;
        this.times = times;
        this.limit = limit;
        this.tracker = new AlertTracker(rule.forDuration(), rule.keepFiringFor());
        this.link = externalUrl + ExpressionLink.table(rule.query());
        this.restored = restored;
    }

    @Override
    public AlertingRule rule() {
        return rule;
    }

    AlertTracker tracker() {
        return tracker;
    }

    boolean isRestored() {
        return restored;
    }

    /** From now on the state is known, and is written. */
    void setRestored() {
        restored = true;
    }

    @Override
    public List<RuleSample> evaluate(Instant at) {
        Map<Labels, FoundAlert> found = found(at);
        int active = tracker.update(at, found, limit);
        if (limit > 0 && active > limit) {
            throw new RuleFailure("exceeded limit of " + limit + " with " + active + " alerts");
        }
        List<RuleSample> samples = new ArrayList<>();
        if (restored) {
            for (ActiveAlert alert : tracker.active()) {
                samples.add(AlertSeries.alert(alert));
                samples.add(AlertSeries.forState(alert));
            }
        }
        return samples;
    }

    private Map<Labels, FoundAlert> found(Instant at) {
        TemplateQuery query = queries.forTemplates(at);
        Map<Labels, FoundAlert> found = new LinkedHashMap<>();
        for (RuleSample sample : queries.result(rule, at.minus(times.queryOffset()))) {
            FoundAlert alert = templates.alert(sample, at, query);
            if (found.put(alert.labels(), alert) != null) {
                throw new RuleFailure("two series of the result become the alert " + alert.labels()
                        + " with the rule's labels; keep a label that tells them apart");
            }
        }
        return found;
    }

    /** The alerts that must be told of now. */
    List<Alert> due(Instant at, Duration resendDelay) {
        Duration interval = times.interval();
        Duration longer = interval.compareTo(resendDelay) > 0 ? interval : resendDelay;
        return tracker.due(at, resendDelay, longer.multipliedBy(4), link);
    }

    @Override
    public List<ActiveAlert> alerts() {
        return tracker.active();
    }
}
