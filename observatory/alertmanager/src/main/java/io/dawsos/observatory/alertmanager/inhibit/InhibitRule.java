package io.dawsos.observatory.alertmanager.inhibit;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import java.util.List;

/**
 * While an alert that all source matchers match fires, alerts that all target matchers match are quiet, if both have the
 * same values of the labels named in {@code equal}; a label that is missing has the empty value.
 */
public record InhibitRule(List<Matcher> source, List<Matcher> target, List<String> equal) {
    public InhibitRule {
        source = List.copyOf(source);
        target = List.copyOf(target);
        equal = List.copyOf(equal);
    }

    boolean isSource(Labels labels) {
        return matches(source, labels);
    }

    boolean isTarget(Labels labels) {
        return matches(target, labels);
    }

    private static boolean matches(List<Matcher> matchers, Labels labels) {
        for (Matcher matcher : matchers) {
            if (!matcher.matches(labels.get(matcher.name()))) {
                return false;
            }
        }
        return true;
    }

    /** What source and target must have in common. */
    List<String> key(Labels labels) {
        return equal.stream().map(labels::get).toList();
    }
}
