package io.dawsos.observatory.server.metrics;

import io.dawsos.observatory.rules.Rule;
import io.dawsos.observatory.rules.RuleGroup;
import io.dawsos.observatory.rules.RuleListener;
import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Gauge;
import io.dawsos.telemetry.metrics.Histogram;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import java.time.Duration;
import java.time.Instant;

/** How rules are evaluated. */
public final class RuleMetrics implements RuleListener {
    private static final int MOST_GROUPS = 10_000;
    private static final double[] SECONDS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30};

    private final Counter evaluations;
    private final Counter failures;
    private final Counter iterations;
    private final Counter missed;
    private final Gauge lastDuration;
    private final Gauge lastEvaluation;
    private final Gauge lastSamples;
    private final Gauge interval;
    private final Gauge rules;
    private final Histogram seconds;

    public RuleMetrics(Metrics metrics) {
        Label group = Label.open("rule_group", MOST_GROUPS);
        evaluations =
                metrics.counter("prometheus_rule_evaluations_total", "Rules that were evaluated, well or not.", group);
        failures = metrics.counter(
                "prometheus_rule_evaluation_failures_total", "Rules whose evaluation has failed.", group);
        iterations = metrics.counter(
                "prometheus_rule_group_iterations_total",
                "Times at which a group was due, missed ones included.",
                group);
        missed = metrics.counter(
                "prometheus_rule_group_iterations_missed_total",
                "Times at which a group was due while the one before still ran.",
                group);
        lastDuration = metrics.gauge(
                "prometheus_rule_group_last_duration_seconds", "How long a group's last evaluation took.", group);
        lastEvaluation = metrics.gauge(
                "prometheus_rule_group_last_evaluation_timestamp_seconds",
                "For which time a group was evaluated last.",
                group);
        lastSamples = metrics.gauge(
                "prometheus_rule_group_last_evaluation_samples", "Samples that a group's last evaluation gave.", group);
        interval = metrics.gauge(
                "prometheus_rule_group_interval_seconds", "Time between two evaluations of a group.", group);
        rules = metrics.gauge("prometheus_rule_group_rules", "Rules of a group.", group);
        seconds = metrics.histogram(
                "prometheus_rule_evaluation_duration_seconds", "How long the evaluation of a rule took.", SECONDS);
    }

    @Override
    public void evaluated(RuleGroup group, Rule rule, Duration took) {
        evaluations.inc(group.key());
        seconds.observe(took.toNanos() / 1e9);
    }

    @Override
    public void failed(RuleGroup group, Rule rule, String reason) {
        failures.inc(group.key());
    }

    @Override
    public void scheduled(RuleGroup group, long count) {
        iterations.add((double) count, group.key());
    }

    @Override
    public void missed(RuleGroup group, long count) {
        missed.add((double) count, group.key());
    }

    @Override
    public void completed(RuleGroup group, Instant at, Duration took, long samples) {
        lastDuration.set(took.toNanos() / 1e9, group.key());
        lastEvaluation.set(at.getEpochSecond() + at.getNano() / 1e9, group.key());
        lastSamples.set((double) samples, group.key());
    }

    @Override
    public void started(RuleGroup group, Duration every) {
        evaluations.init(group.key());
        failures.init(group.key());
        iterations.init(group.key());
        missed.init(group.key());
        interval.set(every.toMillis() / 1e3, group.key());
        rules.set(group.rules().size(), group.key());
    }

    @Override
    public void stopped(RuleGroup group) {
        lastDuration.remove(group.key());
        lastEvaluation.remove(group.key());
        lastSamples.remove(group.key());
        interval.remove(group.key());
        rules.remove(group.key());
    }
}
