package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.alertmanager.matcher.MatcherException;
import io.dawsos.observatory.alertmanager.matcher.MatcherParser;
import io.dawsos.observatory.alertmanager.matcher.MatcherText;
import io.dawsos.observatory.alertmanager.matcher.ParsedMatchers;
import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.model.Matcher;
import java.util.ArrayList;
import java.util.List;

/** Reads the three ways in which a section gives matchers: a map of values, a map of expressions, a list of matchers. */
final class MatchersReader {
    private final Section section;
    private final Warnings warnings;
    private final List<Matcher> matchers = new ArrayList<>();

    private MatchersReader(Section section, Warnings warnings) {
        this.section = section;
        this.warnings = warnings;
    }

    /**
     * All matchers of a section, in order. An expression of {@code match_re} gets the anchors that Alertmanager gives it,
     * which group keys show.
     *
     * @param prefix before the keys: empty for a route, {@code source_} and {@code target_} for an inhibition rule
     */
    static List<Matcher> read(Section section, String prefix, Warnings warnings) {
        MatchersReader reader = new MatchersReader(section, warnings);
        reader.map(prefix + "match", Matcher.Type.EQUAL);
        reader.map(prefix + "match_re", Matcher.Type.REGEX);
        reader.list(prefix + "matchers");
        return reader.matchers.stream().sorted(MatcherText.ORDER).toList();
    }

    private void map(String key, Matcher.Type type) {
        ConfigNode node = section.find(key);
        if (node == null) {
            return;
        }
        ConfigMap map = node.map();
        for (String name : map.keys()) {
            ConfigNode value = map.need(name);
            if (!LabelName.isClassic(name)) {
                throw value.problem("\"" + name + "\" is no label name that " + key + " takes; write it as one of "
                        + matchersOf(key));
            }
            if (value.isNull() && type == Matcher.Type.REGEX) {
                throw value.problem("wanted a regular expression for the label " + name + ", got nothing");
            }
            matchers.add(matcher(type, name, value));
        }
    }

    private static String matchersOf(String key) {
        return key.replaceFirst("match(_re)?$", "matchers");
    }

    private static Matcher matcher(Matcher.Type type, String name, ConfigNode value) {
        try {
            Matcher matcher = new Matcher(type, name, value.string());
            return type == Matcher.Type.REGEX ? new Matcher(type, name, "^(?:" + value.string() + ")$") : matcher;
        } catch (IllegalArgumentException e) {
            throw value.problem(String.valueOf(e.getMessage()));
        }
    }

    private void list(String key) {
        ConfigNode node = section.find(key);
        if (node == null) {
            return;
        }
        for (ConfigNode line : node.list()) {
            try {
                ParsedMatchers parsed = MatcherParser.parse(line.isNull() ? "" : line.string());
                warnings.add(line, parsed.warning());
                matchers.addAll(parsed.matchers());
            } catch (MatcherException e) {
                throw line.problem(String.valueOf(e.getMessage()));
            }
        }
    }
}
