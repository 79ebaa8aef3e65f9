package io.dawsos.observatory.alertmanager.silence;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the silences that match, without trying those that want another value of some label. */
final class SilenceIndex {
    private record Pair(String name, String value) {}

    private final Map<Pair, Map<String, Silence>> byPair = new HashMap<>();
    private final Map<String, Silence> others = new LinkedHashMap<>();

    void add(Silence silence) {
        Pair pair = pair(silence);
        if (pair == null) {
            others.put(silence.id(), silence);
        } else {
            byPair.computeIfAbsent(pair, key -> new LinkedHashMap<>()).put(silence.id(), silence);
        }
    }

    void remove(Silence silence) {
        Pair pair = pair(silence);
        if (pair == null) {
            others.remove(silence.id());
            return;
        }
        byPair.computeIfPresent(pair, (key, same) -> {
            same.remove(silence.id());
            return same.isEmpty() ? null : same;
        });
    }

    private static @Nullable Pair pair(Silence silence) {
        for (Matcher matcher : silence.matchers()) {
            if (matcher.type() == Matcher.Type.EQUAL && !matcher.value().isEmpty()) {
                return new Pair(matcher.name(), matcher.value());
            }
        }
        return null;
    }

    List<Silence> matching(Labels labels) {
        List<Silence> matching = new ArrayList<>();
        if (!byPair.isEmpty()) {
            labels.forEach((name, value) -> {
                Map<String, Silence> same = byPair.get(new Pair(name, value));
                if (same != null) {
                    collect(same.values(), labels, matching);
                }
            });
        }
        collect(others.values(), labels, matching);
        return matching;
    }

    private static void collect(Collection<Silence> silences, Labels labels, List<Silence> matching) {
        for (Silence silence : silences) {
            if (silence.matches(labels)) {
                matching.add(silence);
            }
        }
    }
}
