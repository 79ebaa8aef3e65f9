package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.config.Durations;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.rules.RuleGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One run of one test, as promtool does it: all groups are evaluated at the start and at each interval from there, alerts are
 * checked as of the last evaluation before their time, and queries once all is evaluated.
 */
final class TestRun {
    /** A week of seconds fits ten times. */
    private static final long MOST_EVALUATIONS = 6_048_000;

    private final RuleTestFile file;
    private final RuleTest test;
    private final List<RuleGroup> groups;
    private final Set<Feature> features;
    private final MentionedAlerts mentioned;
    private final TestStore store = new TestStore();
    private final List<CheckFailure> failures = new ArrayList<>();
    private final List<TestWarning> warnings = new ArrayList<>();
    private final Map<String, UnmentionedAlert> unmentioned = new LinkedHashMap<>();

    TestRun(RuleTestFile file, RuleTest test, List<RuleGroup> groups, Set<Feature> features) {
        this.file = file;
        this.test = test;
        this.groups = groups;
        this.features = features;
        this.mentioned = new MentionedAlerts(test);
    }

    TestOutcome run() {
        long began = System.nanoTime();
        if (test.assertsNothing()) {
            warnings.add(new TestWarning(
                    test.line(), "asserts nothing; write what is expected under alert_rule_test or promql_expr_test"));
        }
        try (Engine engine = Engine.builder()
                .subqueryStep(file.evaluationInterval())
                .features(features)
                .parallelism(1)
                .build()) {
            if (evaluated(engine)) {
                test.exprChecks().forEach(check -> check(check, engine));
            }
        } catch (RuleTestException e) {
            failures.add(new CheckFailure(e.line(), String.valueOf(e.getMessage()), List.of()));
        }
        failures.sort(Comparator.comparingInt(CheckFailure::line));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new TestOutcome(test, failures, warnings, List.copyOf(unmentioned.values()), took);
    }

    /** Evaluates the rules up to the last check, and checks alerts on the way; false when a rule could not be evaluated. */
    private boolean evaluated(Engine engine) {
        InputFeed feed = new InputFeed(test);
        feed.repeated()
                .forEach(line -> warnings.add(
                        new TestWarning(line, "this series stands in the test before; only the last one holds")));
        TestedRules rules = new TestedRules(groups, test, store, engine);
        test.alertChecks().forEach(check -> warnOfUnknown(check, rules));
        long interval = file.evaluationInterval().toMillis();
        long last = test.lastCheck().toMillis() / interval;
        if (last >= MOST_EVALUATIONS) {
            throw new RuleTestException(
                    test.line(),
                    "wants " + (last + 1) + " evaluations of the rules, the most is " + MOST_EVALUATIONS
                            + "; write a longer evaluation_interval or an earlier eval_time");
        }
        for (long step = groups.isEmpty() ? last : 0; step <= last; step++) {
            Duration at = Duration.ofMillis(step * interval);
            Instant now = test.start().plus(at);
            feed.until(now.toEpochMilli(), store);
            if (!evaluated(rules, now, at)) {
                return false;
            }
            noteUnmentioned(rules, at);
            checkAlerts(rules, at);
        }
        return true;
    }

    private void warnOfUnknown(AlertCheck check, TestedRules rules) {
        if (check.expected().isEmpty() && !rules.alertNames().contains(check.alertName())) {
            warnings.add(new TestWarning(
                    check.line(),
                    "asserts nothing: no rule raises an alert \"" + check.alertName() + "\"; there are "
                            + (rules.alertNames().isEmpty() ? "none" : String.join(", ", rules.alertNames()))));
        }
    }

    private boolean evaluated(TestedRules rules, Instant now, Duration at) {
        List<String> problems = rules.evaluate(now);
        problems.forEach(problem ->
                failures.add(new CheckFailure(test.line(), "at " + Durations.text(at) + ": " + problem, List.of())));
        return problems.isEmpty();
    }

    private void noteUnmentioned(TestedRules rules, Duration at) {
        for (String name : rules.alertNames()) {
            if (!unmentioned.containsKey(name)
                    && !mentioned.has(name)
                    && !rules.firing(name).isEmpty()) {
                unmentioned.put(name, new UnmentionedAlert(name, at));
            }
        }
    }

    private void checkAlerts(TestedRules rules, Duration evaluatedAt) {
        Duration next = evaluatedAt.plus(file.evaluationInterval());
        for (AlertCheck check : test.alertChecks()) {
            if (check.at().compareTo(evaluatedAt) >= 0 && check.at().compareTo(next) < 0) {
                check(check, rules);
            }
        }
    }

    private void check(AlertCheck check, TestedRules rules) {
        List<ExpectedAlert> expected = check.expected().stream()
                .map(alert -> alert.named(check.alertName()))
                .toList();
        List<ExpectedAlert> firing = rules.firing(check.alertName());
        List<DiffLine> diff = new AlertComparison(expected, firing).diff();
        if (!diff.isEmpty()) {
            String message = "alert " + check.alertName() + " at " + Durations.text(check.at()) + ": expected "
                    + count(expected.size()) + ", got " + count(firing.size()) + rules.pendingText(check.alertName());
            failures.add(new CheckFailure(check.line(), message, diff));
        }
    }

    private static String count(int alerts) {
        return alerts == 0 ? "none" : alerts + " firing";
    }

    private void check(ExprCheck check, Engine engine) {
        String message = "expr " + check.expr().strip() + " at " + Durations.text(check.at()) + unseen(check);
        try {
            List<Sample> expected = ExpectedSamples.parse(check);
            List<DiffLine> diff = new SampleComparison(file.fuzzyCompare()).diff(expected, samples(check, engine));
            if (!diff.isEmpty()) {
                failures.add(new CheckFailure(check.line(), message, diff));
            }
        } catch (PromQlException e) {
            failures.add(new CheckFailure(check.line(), message + ": " + e.getMessage(), List.of()));
        } catch (RuleTestException e) {
            failures.add(new CheckFailure(e.line(), message + ": " + e.getMessage(), List.of()));
        }
    }

    /** What surprises at times between two evaluations. */
    private String unseen(ExprCheck check) {
        Duration interval = file.evaluationInterval();
        Duration last = interval.multipliedBy(test.lastCheck().dividedBy(interval));
        return check.at().compareTo(last) <= 0
                ? ""
                : " (series are fed up to the last evaluation of the rules, at " + Durations.text(last) + ")";
    }

    private List<Sample> samples(ExprCheck check, Engine engine) {
        long at = test.start().plus(check.at()).toEpochMilli();
        QueryResult result = engine.query(store, check.expr(), Steps.instant(at));
        return switch (result.type()) {
            case INSTANT_VECTOR ->
                result.vector().stream()
                        .map(series -> Sample.of(
                                series.labels(),
                                series.column().value(0),
                                series.column().histogram(0)))
                        .toList();
            case SCALAR ->
                result.scalar().stream()
                        .map(value -> Sample.of(Labels.EMPTY, value, null))
                        .toList();
            case RANGE_VECTOR, STRING ->
                throw new RuleTestException(
                        check.line(),
                        "wants an instant vector or a scalar, got "
                                + result.type().text());
        };
    }
}
