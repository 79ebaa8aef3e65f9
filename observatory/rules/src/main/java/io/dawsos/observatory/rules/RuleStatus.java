package io.dawsos.observatory.rules;

import io.dawsos.observatory.rules.alert.ActiveAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a rule is.
 *
 * @param lastError what went wrong in the last evaluation; empty when nothing did
 * @param lastEvaluation when it began; null when there was none
 * @param evaluationTime how long it took
 * @param alerts pending and firing, by labels; none of a recording rule
 */
public record RuleStatus(
        Rule rule,
        RuleHealth health,
        String lastError,
        @Nullable Instant lastEvaluation,
        Duration evaluationTime,
        List<ActiveAlert> alerts) {
    public RuleStatus {
        alerts = List.copyOf(alerts);
    }

    static RuleStatus before(Rule rule) {
        return new RuleStatus(rule, RuleHealth.UNKNOWN, "", null, Duration.ZERO, List.of());
    }

    RuleStatus withAlerts(List<ActiveAlert> current) {
        return new RuleStatus(rule, health, lastError, lastEvaluation, evaluationTime, current);
    }
}
