package io.dawsos.observatory.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a group is.
 *
 * @param interval between two evaluations, the configuration's if the group names none
 * @param queryOffset likewise
 * @param lastEvaluation when it began; null when there was none
 * @param evaluationTime how long it took
 */
public record GroupStatus(
        RuleGroup group,
        Duration interval,
        Duration queryOffset,
        @Nullable Instant lastEvaluation,
        Duration evaluationTime,
        List<RuleStatus> rules) {
    public GroupStatus {
        rules = List.copyOf(rules);
    }
}
