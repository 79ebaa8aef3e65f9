package io.dawsos.observatory.rules.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The labels that the series of a result may have.
 *
 * @param named only these may be there, or when {@code others} is set, only these may not
 */
record PossibleLabels(Set<String> named, boolean others) {
    static final PossibleLabels ALL = new PossibleLabels(Set.of(), true);
    static final PossibleLabels NONE = new PossibleLabels(Set.of(), false);

    PossibleLabels {
        named = Set.copyOf(named);
    }

    static PossibleLabels only(Collection<String> names) {
        return new PossibleLabels(new HashSet<>(names), false);
    }

    boolean mayHave(String name) {
        return named.contains(name) != others;
    }

    PossibleLabels with(Collection<String> names) {
        Set<String> changed = new HashSet<>(named);
        if (others) {
            changed.removeAll(names);
        } else {
            changed.addAll(names);
        }
        return new PossibleLabels(changed, others);
    }

    PossibleLabels without(Collection<String> names) {
        Set<String> changed = new HashSet<>(named);
        if (others) {
            changed.addAll(names);
        } else {
            changed.removeAll(names);
        }
        return new PossibleLabels(changed, others);
    }

    /** Those of the names that may be there. */
    PossibleLabels onlyOf(Collection<String> names) {
        return only(names.stream().filter(this::mayHave).toList());
    }

    PossibleLabels or(PossibleLabels other) {
        if (others && other.others) {
            Set<String> common = new HashSet<>(named);
            common.retainAll(other.named);
            return new PossibleLabels(common, true);
        }
        return others ? with(other.named) : other.with(named);
    }

    /** A clause for messages: {@code only the labels instance, job}; only for labels that are known by name. */
    String text() {
        return switch (named.size()) {
            case 0 -> "no labels";
            case 1 -> "only the label " + named.iterator().next();
            default -> "only the labels " + String.join(", ", new TreeSet<>(named));
        };
    }
}
