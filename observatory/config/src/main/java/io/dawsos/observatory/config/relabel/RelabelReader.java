package io.dawsos.observatory.config.relabel;

import com.google.re2j.PatternSyntaxException;
import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.model.GoString;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a relabelling rule and refuses what its action has no use for. */
final class RelabelReader {
    private static final Set<RelabelAction> WITH_TARGET = EnumSet.of(
            RelabelAction.REPLACE,
            RelabelAction.HASHMOD,
            RelabelAction.LOWERCASE,
            RelabelAction.UPPERCASE,
            RelabelAction.KEEPEQUAL,
            RelabelAction.DROPEQUAL);
    private static final Set<RelabelAction> OF_NAMES = EnumSet.of(RelabelAction.LABELDROP, RelabelAction.LABELKEEP);
    private static final Set<RelabelAction> EQUALITIES = EnumSet.of(RelabelAction.KEEPEQUAL, RelabelAction.DROPEQUAL);
    private static final Set<RelabelAction> CASES = EnumSet.of(RelabelAction.LOWERCASE, RelabelAction.UPPERCASE);

    private final ConfigMap map;
    private final RelabelAction action;

    private RelabelReader(ConfigMap map) {
        this.map = map;
        this.action = action(map);
    }

    static RelabelRule read(ConfigNode node) {
        ConfigMap map = node.map();
        RelabelRule rule = new RelabelReader(map).rule();
        map.end();
        return rule;
    }

    private static RelabelAction action(ConfigMap map) {
        String written = map.string("action", "replace");
        return Arrays.stream(RelabelAction.values())
                .filter(action -> action.text().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> map.need("action")
                        .problem("no action \"" + written + "\"; there are "
                                + Arrays.stream(RelabelAction.values())
                                        .map(RelabelAction::text)
                                        .collect(Collectors.joining(", "))));
    }

    private RelabelRule rule() {
        List<String> sources =
                map.list("source_labels").stream().map(ConfigNode::string).toList();
        String separator = map.string("separator", RelabelRule.DEFAULT_SEPARATOR);
        String target = map.string("target_label", "");
        String regex = map.string("regex", RelabelRule.DEFAULT_REGEX);
        long modulus = map.integer("modulus", 0);
        String replacement = map.string("replacement", RelabelRule.DEFAULT_REPLACEMENT);
        checkTarget(target);
        checkModulus(modulus);
        checkUnused(sources, separator, target, regex, modulus, replacement);
        try {
            return new RelabelRule(action, sources, separator, target, regex, modulus, replacement);
        } catch (PatternSyntaxException e) {
            throw map.need("regex").problem("no regular expression \"" + regex + "\": " + e.getDescription());
        }
    }

    private void checkTarget(String target) {
        if (WITH_TARGET.contains(action) && target.isEmpty()) {
            throw map.problem(action.text() + " wants a target_label");
        }
        if (!GoString.isUnicode(target)) {
            throw map.need("target_label").problem("wanted the name of a label, got text that is not Unicode");
        }
    }

    private void checkModulus(long modulus) {
        if (modulus < 0 || (action == RelabelAction.HASHMOD && modulus == 0)) {
            throw map.problem("hashmod wants a modulus above 0, got " + modulus);
        }
    }

    private void checkUnused(
            List<String> sources, String separator, String target, String regex, long modulus, String replacement) {
        boolean otherRegex = !regex.equals(RelabelRule.DEFAULT_REGEX);
        boolean otherSeparator = !separator.equals(RelabelRule.DEFAULT_SEPARATOR);
        boolean otherReplacement = !replacement.equals(RelabelRule.DEFAULT_REPLACEMENT);
        if (CASES.contains(action) && otherReplacement) {
            throw unused("replacement");
        }
        if (EQUALITIES.contains(action) && (otherRegex || otherSeparator || otherReplacement || modulus != 0)) {
            throw map.problem(action.text() + " has a use for source_labels and target_label only");
        }
        if (OF_NAMES.contains(action)
                && (!sources.isEmpty() || !target.isEmpty() || otherSeparator || otherReplacement || modulus != 0)) {
            throw map.problem(action.text() + " has a use for regex only");
        }
        if (action == RelabelAction.LABELMAP && replacement.isEmpty()) {
            throw map.problem("labelmap wants a replacement that gives the label's name");
        }
    }

    private ConfigException unused(String key) {
        return map.need(key).problem(action.text() + " has no use for it");
    }
}
