package io.dawsos.observatory.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates groups of rules at their times, each on a virtual thread of its own. When rules are loaded anew, groups that
 * have not changed go on as they are, and changed ones keep the state of the rules that they still have.
 */
public final class RuleScheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleScheduler.class);

    private final Alarm alarm;
    private Map<String, GroupRunner> runners = new LinkedHashMap<>();
    /** Removed groups, whose series are still to be ended. */
    private final List<GroupRunner> removed = new ArrayList<>();

    private boolean loaded;
    private boolean closed;

    public RuleScheduler(Alarm alarm) {
        this.alarm = alarm;
    }

    /**
     * Evaluates these groups from now on, and no others. The first groups that are loaded take up the state of their
     * alerts from the store.
     *
     * @throws IllegalArgumentException when two groups of a file have one name; then nothing changes
     */
    public synchronized void load(List<RuleGroup> groups, RuleContext context) {
        if (closed) {
            throw new IllegalStateException("the evaluation of rules has ended");
        }
        removed.removeIf(GroupRunner::isDone);
        Map<String, GroupRunner> next = new LinkedHashMap<>();
        List<GroupRunner> started = new ArrayList<>();
        for (RuleGroup group : distinct(groups)) {
            GroupRunner before = runners.get(group.key());
            if (before != null && isSame(before, group, context)) {
                next.put(group.key(), before);
            } else {
                boolean restores = before == null ? !loaded : before.awaitsRestoration();
                GroupRunner runner = new GroupRunner(evaluation(group, context, restores), alarm, restores, before);
                next.put(group.key(), runner);
                started.add(runner);
            }
        }
        stopAllBut(next);
        started.forEach(GroupRunner::start);
        started.forEach(runner -> announce(runner, context));
        runners = next;
        loaded = true;
    }

    private static List<RuleGroup> distinct(List<RuleGroup> groups) {
        Map<String, RuleGroup> distinct = new LinkedHashMap<>();
        for (RuleGroup group : groups) {
            if (distinct.put(group.key(), group) != null) {
                throw new IllegalArgumentException(
                        group.file() + ": a group's name is its own, \"" + group.name() + "\" comes twice");
            }
        }
        return List.copyOf(distinct.values());
    }

    private static boolean isSame(GroupRunner runner, RuleGroup group, RuleContext context) {
        GroupEvaluation evaluation = runner.evaluation();
        return evaluation.group().sameAs(group) && evaluation.context().equals(context);
    }

    private static GroupEvaluation evaluation(RuleGroup group, RuleContext context, boolean restores) {
        return restores ? GroupEvaluation.afterRestart(group, context) : new GroupEvaluation(group, context);
    }

    private static void announce(GroupRunner runner, RuleContext context) {
        GroupEvaluation evaluation = runner.evaluation();
        context.listener().started(evaluation.group(), evaluation.times().interval());
    }

    private void stopAllBut(Map<String, GroupRunner> next) {
        runners.forEach((key, runner) -> {
            GroupRunner follower = next.get(key);
            if (follower == null) {
                runner.remove();
                removed.add(runner);
                runner.evaluation()
                        .context()
                        .listener()
                        .stopped(runner.evaluation().group());
            } else if (follower != runner) {
                runner.replace();
            }
        });
    }

    /** All groups, in the order of loading. */
    public synchronized List<GroupStatus> status() {
        return runners.values().stream()
                .map(runner -> runner.evaluation().status())
                .toList();
    }

    /** Ends all evaluations, and returns when none runs. */
    @Override
    public void close() {
        List<GroupRunner> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(removed);
            all.addAll(runners.values());
        }
        all.forEach(GroupRunner::close);
        try {
            for (GroupRunner runner : all) {
                runner.awaitFinished();
            }
        } catch (InterruptedException e) {
            LOG.warn("Stopped waiting for the evaluation of rules to end: interrupted");
            Thread.currentThread().interrupt();
        }
    }
}
