package io.dawsos.observatory.ingest.otlp;

import io.dawsos.observatory.model.AppendOutcome;
import java.util.LinkedHashSet;
import java.util.Set;

/** What of a request is not stored, and why. */
final class Rejections {
    private static final int TOLD = 10;

    private long points;
    private final Set<String> reasons = new LinkedHashSet<>();

    void add(int rejected, String reason) {
        points += rejected;
        if (reasons.size() < TOLD) {
            reasons.add(reason);
        }
    }

    OtlpOutcome outcome(AppendOutcome outcome) {
        outcome.examples().forEach(example -> add(0, example));
        return new OtlpOutcome(points + outcome.refusedInAll(), String.join("; ", reasons));
    }
}
