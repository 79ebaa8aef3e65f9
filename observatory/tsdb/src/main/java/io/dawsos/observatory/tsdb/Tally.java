package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what became of a batch. For one thread. */
final class Tally {
    private final EnumMap<Refusal, Long> refused = new EnumMap<>(Refusal.class);
    private final List<String> examples = new ArrayList<>();
    long appended;
    long unchanged;

    /** @param subject of the example that is kept of a reason */
    void refuse(Refusal reason, Object subject) {
        if (refused.merge(reason, 1L, Long::sum) == 1) {
            examples.add(reason.reason() + ": " + shortened(String.valueOf(subject)));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }

    AppendOutcome outcome() {
        return new AppendOutcome(appended, unchanged, refused, examples);
    }

    static Map<Refusal, Long> all(EnumMap<Refusal, Long> counted) {
        EnumMap<Refusal, Long> all = new EnumMap<>(Refusal.class);
        for (Refusal reason : Refusal.values()) {
            all.put(reason, counted.getOrDefault(reason, 0L));
        }
        return all;
    }
}
