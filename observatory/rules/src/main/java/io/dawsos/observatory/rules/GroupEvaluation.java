package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.rules.template.RuleTemplates;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A group over its evaluations: the state of its alerts, and the series that it has written. It has no clock of its own
 * for when to evaluate: whoever calls says the time, which may not go back. One thread evaluates; the status may be read
 * by any.
 */
public final class GroupEvaluation {
    private static final Logger LOG = LoggerFactory.getLogger(GroupEvaluation.class);

    private final RuleGroup group;
    private final RuleContext context;
    private final GroupTimes times;
    private final Queries queries;
    private final List<RuleState> rules = new ArrayList<>();
    private final RuleOrder order;
    /** Series of rules that are gone, to be ended. */
    private Set<Labels> orphans = Set.of();

    private volatile @Nullable Instant lastEvaluation;
    private volatile Duration evaluationTime = Duration.ZERO;

    /** A group whose alerts begin anew. */
    public GroupEvaluation(RuleGroup group, RuleContext context) {
        this(group, context, true);
    }

    private GroupEvaluation(RuleGroup group, RuleContext context, boolean restored) {
        this.group = group;
        this.context = context;
        this.times = GroupTimes.of(group, context.settings());
        this.queries = new Queries(context.engine(), context.source());
        this.order = new RuleOrder(group.rules(), context.settings().concurrency());
        RuleTemplates templates = new RuleTemplates(
                context.settings().externalLabels(), context.settings().externalUrl());
        for (Rule rule : group.rules()) {
            rules.add(new RuleState(group, evaluator(rule, templates, restored), context, times));
        }
    }

    /** A group after a restart, whose alerts write no state of theirs before {@link #restore} was called. */
    public static GroupEvaluation afterRestart(RuleGroup group, RuleContext context) {
        return new GroupEvaluation(group, context, false);
    }

    private RuleEvaluator evaluator(Rule rule, RuleTemplates templates, boolean restored) {
        return switch (rule) {
            case RecordingRule recording ->
                new RecordingEvaluator(recording, queries, times.queryOffset(), group.limit());
            case AlertingRule alerting ->
                new AlertingEvaluator(
                        alerting,
                        queries,
                        new AlertTemplates(alerting, templates),
                        times,
                        group.limit(),
                        context.settings().externalUrl().toString(),
                        restored);
        };
    }

    public RuleGroup group() {
        return group;
    }

    RuleContext context() {
        return context;
    }

    GroupTimes times() {
        return times;
    }

    /** Evaluates every rule for a time; what fails ends in its rule's status. */
    public void evaluate(Instant at) {
        Instant start = context.clock().instant();
        LongAdder samples = new LongAdder();
        order.run(rules.size(), rule -> samples.add(rules.get(rule).evaluate(at)));
        endOrphans(at);
        Duration took = Duration.between(start, context.clock().instant());
        lastEvaluation = start;
        evaluationTime = took;
        context.listener().completed(group, at, took, samples.sum());
    }

    private void endOrphans(Instant at) {
        if (orphans.isEmpty()) {
            return;
        }
        Set<Labels> gone = new HashSet<>(orphans);
        rules.forEach(rule -> gone.removeAll(rule.writer().written()));
        if (end(gone, at)) {
            orphans = Set.of();
        }
    }

    private boolean end(Set<Labels> series, Instant at) {
        try {
            SeriesWriter.end(
                    context.sink(), series, at.minus(times.queryOffset()).toEpochMilli());
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("Series of the group {} that are gone cannot be ended: {}", group.key(), e.getMessage());
            return false;
        }
    }

    /** Takes up the state of alerts as it was written before a restart; does nothing for rules that have done so. */
    public void restore(Instant now) {
        StateRestoration restoration = new StateRestoration(context, now);
        for (RuleState rule : rules) {
            if (rule.evaluator() instanceof AlertingEvaluator alerting && !alerting.isRestored()) {
                restoration.restore(alerting);
            }
        }
    }

    /**
     * Takes over the alerts and series of the group that this one follows, before its first evaluation. A rule follows
     * the first of the same kind, name and labels.
     */
    public void continueFrom(GroupEvaluation before) {
        lastEvaluation = before.lastEvaluation;
        evaluationTime = before.evaluationTime;
        List<RuleState> rest = new ArrayList<>(before.rules);
        for (RuleState rule : rules) {
            rest.stream().filter(rule::follows).findFirst().ifPresent(former -> {
                rule.continueFrom(former);
                rest.remove(former);
            });
        }
        Set<Labels> left = new HashSet<>(before.orphans);
        rest.forEach(former -> left.addAll(former.writer().written()));
        orphans = left;
    }

    /** Ends all series of a group that is evaluated no more; those that others have written since go on. */
    public void retire(Instant at) {
        Set<Labels> all = new HashSet<>(orphans);
        rules.forEach(rule -> all.addAll(rule.writer().written()));
        boolean ended = end(all, at);
        LOG.debug("The series of the group {} are ended: {}", group.key(), ended);
    }

    /** Ends what runs of an evaluation, from any thread. The group can be evaluated no more. */
    public void cancel() {
        queries.cancel();
    }

    public GroupStatus status() {
        return new GroupStatus(
                group,
                times.interval(),
                times.queryOffset(),
                lastEvaluation,
                evaluationTime,
                rules.stream().map(RuleState::status).toList());
    }
}
