package io.dawsos.observatory.rules.check;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.rules.Rule;
import io.dawsos.observatory.rules.RuleGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules of one name and the same labels: their results cannot be told apart. */
final class DuplicateRules {
    private DuplicateRules() {}

    static List<RuleWarning> in(List<RuleGroup> groups) {
        Map<List<Object>, Integer> lines = new HashMap<>();
        List<RuleWarning> duplicates = new ArrayList<>();
        for (RuleGroup group : groups) {
            for (Rule rule : group.rules()) {
                Integer before = lines.putIfAbsent(List.of(rule.name(), rule.labels()), rule.line());
                if (before != null) {
                    duplicates.add(new RuleWarning(
                            rule.line(),
                            "duplicate rule: " + rule.name() + " with the labels " + Labels.of(rule.labels())
                                    + " is also on line " + before
                                    + "; what both give cannot be told apart: rename one, or give it other labels"));
                }
            }
        }
        return duplicates;
    }
}
