package io.dawsos.observatory.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a batch.
 *
 * @param appended samples that are now stored
 * @param unchanged samples that were there before with the same value
 * @param refused counts by reason; a reason that is not there refused none
 * @param examples of what was refused, one a reason, a sentence each
 */
public record AppendOutcome(long appended, long unchanged, Map<Refusal, Long> refused, List<String> examples) {
    public AppendOutcome {
        EnumMap<Refusal, Long> copy = new EnumMap<>(Refusal.class);
        copy.putAll(refused);
        refused = Collections.unmodifiableMap(copy);
        examples = List.copyOf(examples);
    }

    /** How many were refused for a reason. */
    public long refused(Refusal reason) {
        return refused.getOrDefault(reason, 0L);
    }

    /** How many were refused in all. */
    public long refusedInAll() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
