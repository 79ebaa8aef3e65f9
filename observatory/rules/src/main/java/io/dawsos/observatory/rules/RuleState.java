package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.promql.PromQlException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A rule of a group over its evaluations. */
final class RuleState {
    private static final Logger LOG = LoggerFactory.getLogger(RuleState.class);

    private final RuleGroup group;
    private final RuleEvaluator evaluator;
    private final RuleContext context;
    private final GroupTimes times;
    private final SeriesWriter writer;
    private volatile RuleStatus status;

    RuleState(RuleGroup group, RuleEvaluator evaluator, RuleContext context, GroupTimes times) {
        this.group = group;
        this.evaluator = evaluator;
        this.context = context;
        this.times = times;
        this.writer = new SeriesWriter(context.sink());
        this.status = RuleStatus.before(evaluator.rule());
    }

    RuleEvaluator evaluator() {
        return evaluator;
    }

    Rule rule() {
        return evaluator.rule();
    }

    SeriesWriter writer() {
        return writer;
    }

    RuleStatus status() {
        return status.withAlerts(evaluator.alerts());
    }

    /** Evaluates, tells of alerts and writes; the number of samples. A failure ends in the status. */
    int evaluate(Instant at) {
        Instant start = context.clock().instant();
        int samples = 0;
        String problem = "";
        try {
            List<RuleSample> result = evaluator.evaluate(at);
            samples = result.size();
            tell(at);
            writer.write(result, at.minus(times.queryOffset()).toEpochMilli());
        } catch (PromQlException | RuleFailure | IOException e) {
            problem = String.valueOf(e.getMessage());
            log(e, problem);
        } catch (RuntimeException e) {
            problem = e.toString();
            LOG.warn("The rule {} of the group {} cannot be evaluated", rule().name(), group.key(), e);
        }
        finish(start, problem);
        return samples;
    }

    private void log(Exception e, String problem) {
        boolean cancelled = e instanceof PromQlException query && query.reason() == PromQlException.Reason.CANCELED;
        if (!cancelled) {
            LOG.warn("The rule {} of the group {} cannot be evaluated: {}", rule().name(), group.key(), problem);
        }
    }

    private void tell(Instant at) {
        if (evaluator instanceof AlertingEvaluator alerting) {
            List<Alert> due = alerting.due(at, context.settings().resendDelay());
            if (!due.isEmpty()) {
                hand(due);
            }
        }
    }

    /** Who does not take alerts keeps nobody from seeing their series, and hears of them again. */
    private void hand(List<Alert> due) {
        try {
            context.alerts().receive(due);
        } catch (RuntimeException e) {
            LOG.warn("{} alerts of the rule {} were not taken", due.size(), rule().name(), e);
        }
    }

    private void finish(Instant start, String problem) {
        Duration took = Duration.between(start, context.clock().instant());
        RuleHealth health = problem.isEmpty() ? RuleHealth.GOOD : RuleHealth.BAD;
        status = new RuleStatus(rule(), health, problem, start, took, List.of());
        context.listener().evaluated(group, rule(), took);
        if (!problem.isEmpty()) {
            context.listener().failed(group, rule(), problem);
        }
    }

    /** Goes on where the same rule of a former group has stopped. */
    void continueFrom(RuleState before) {
        writer.continueFrom(before.writer.written());
        if (evaluator instanceof AlertingEvaluator alerting
                && before.evaluator instanceof AlertingEvaluator alertingBefore) {
            alerting.tracker().continueFrom(alertingBefore.tracker());
        }
    }

    /** Whether the other stands for the same series or alerts. */
    boolean follows(RuleState before) {
        Rule own = rule();
        Rule other = before.rule();
        return own.getClass() == other.getClass()
                && own.name().equals(other.name())
                && own.labels().equals(other.labels());
    }
}
