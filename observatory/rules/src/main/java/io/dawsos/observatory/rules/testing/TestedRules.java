package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.config.Durations;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.rules.AlertingRule;
import io.dawsos.observatory.rules.GroupEvaluation;
import io.dawsos.observatory.rules.RuleContext;
import io.dawsos.observatory.rules.RuleGroup;
import io.dawsos.observatory.rules.RuleSettings;
import io.dawsos.observatory.rules.RuleStatus;
import io.dawsos.observatory.rules.alert.ActiveAlert;
import io.dawsos.observatory.rules.alert.AlertState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of a test, over its evaluations: groups in their order, and what is to be seen of their alerts. */
final class TestedRules {
    private final RuleTest test;
    private final List<GroupEvaluation> groups;
    private final SortedSet<String> alertNames;
    private List<RuleStatus> statuses = List.of();

    TestedRules(List<RuleGroup> groups, RuleTest test, TestStore store, Engine engine) {
        this.test = test;
        RuleSettings settings = RuleSettings.DEFAULT.withExternal(test.externalLabels(), url(test));
        RuleContext context =
                RuleContext.of(engine, store, store, InstantSource.system()).withSettings(settings);
        this.groups = groups.stream()
                .map(group -> new GroupEvaluation(group, context))
                .toList();
        this.alertNames = groups.stream()
                .flatMap(group -> group.rules().stream())
                .filter(AlertingRule.class::isInstance)
                .map(rule -> rule.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static URI url(RuleTest test) {
        try {
            return URI.create(test.externalUrl());
        } catch (IllegalArgumentException e) {
            throw new RuleTestException(
                    test.line(), "external_url: no address: \"" + test.externalUrl() + "\": " + e.getMessage());
        }
    }

    /** The names under which the rules raise alerts. */
    SortedSet<String> alertNames() {
        return alertNames;
    }

    /** Evaluates all groups for a time, and says which rules could not be. */
    List<String> evaluate(Instant now) {
        groups.forEach(group -> group.evaluate(now));
        statuses = groups.stream()
                .flatMap(group -> group.status().rules().stream())
                .toList();
        return groups.stream().flatMap(TestedRules::problems).toList();
    }

    private static Stream<String> problems(GroupEvaluation group) {
        return group.status().rules().stream()
                .filter(status -> !status.lastError().isEmpty())
                .map(status -> "the rule " + status.rule().name() + " of "
                        + group.group().file() + ":" + status.rule().line() + " cannot be evaluated: "
                        + status.lastError());
    }

    /** The alerts of a name that fire, of all its rules. */
    List<ExpectedAlert> firing(String alertName) {
        return statuses.stream()
                .filter(status -> status.rule().name().equals(alertName))
                .flatMap(status -> firing(status))
                .toList();
    }

    private static Stream<ExpectedAlert> firing(RuleStatus status) {
        return status.rule() instanceof AlertingRule rule
                ? status.alerts().stream()
                        .filter(alert -> alert.state() == AlertState.FIRING)
                        .map(alert -> seen(rule, alert))
                : Stream.empty();
    }

    /** An annotation whose template came out empty is there all the same. */
    private static ExpectedAlert seen(AlertingRule rule, ActiveAlert alert) {
        Map<String, String> annotations = new TreeMap<>();
        rule.annotations()
                .keySet()
                .forEach(name -> annotations.put(name, alert.annotations().get(name)));
        return new ExpectedAlert(alert.labels().toMap(), annotations);
    }

    /** A clause on the alerts of a name that do not fire yet; empty when there are none. */
    String pendingText(String alertName) {
        List<Instant> since = statuses.stream()
                .filter(status -> status.rule().name().equals(alertName))
                .flatMap(status -> status.alerts().stream())
                .filter(alert -> alert.state() == AlertState.PENDING)
                .map(ActiveAlert::activeAt)
                .sorted(Comparator.naturalOrder())
                .toList();
        return since.isEmpty()
                ? ""
                : "; pending: " + since.size() + ", since "
                        + Durations.text(Duration.between(test.start(), since.getFirst()));
    }
}
