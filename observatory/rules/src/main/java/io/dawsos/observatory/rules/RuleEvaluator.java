package io.dawsos.observatory.rules;

import io.dawsos.observatory.rules.alert.ActiveAlert;
import java.time.Instant;
import java.util.List;

/** What a rule makes of its expression. */
sealed interface RuleEvaluator permits RecordingEvaluator, AlertingEvaluator {
    Rule rule();

    /**
     * The series to be written, each once.
     *
     * @throws RuleFailure when the result cannot be a rule's
     */
    List<RuleSample> evaluate(Instant at);

    /** Pending and firing alerts; none of a recording rule. */
    List<ActiveAlert> alerts();
}
