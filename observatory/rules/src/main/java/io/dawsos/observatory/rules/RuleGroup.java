package io.dawsos.observatory.rules;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rules that are evaluated one after the other, at one time.
 *
 * @param interval between two evaluations; null is the configuration's
 * @param queryOffset how far back the expressions look, for series that arrive late; null is the configuration's
 * @param limit how many series or alerts a rule may give; none when 0 or less
 * @param labels as the file sets them on every rule; the rules have them already
 * @param file where it was read from
 */
public record RuleGroup(
        String name,
        @Nullable Duration interval,
        @Nullable Duration queryOffset,
        long limit,
        Map<String, String> labels,
        List<Rule> rules,
        String file) {
    public RuleGroup {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        rules = List.copyOf(rules);
    }

    /** What tells it from all other groups: {@code file;name}. */
    public String key() {
        return file + ";" + name;
    }

    /** Whether the other says the same, wherever both stand in their files. */
    public boolean sameAs(RuleGroup other) {
        return key().equals(other.key())
                && Objects.equals(interval, other.interval)
                && Objects.equals(queryOffset, other.queryOffset)
                && limit == other.limit
                && sameRules(other.rules);
    }

    private boolean sameRules(List<Rule> others) {
        if (rules.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            if (!rules.get(i).sameAs(others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
