package io.dawsos.observatory.config.relabel;

import com.google.re2j.Pattern;
import io.dawsos.observatory.config.ConfigNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One rule of {@code relabel_configs}. The regular expression is RE2's and matches the whole value, its dot a newline
 * too. Equality is by what was written.
 */
public final class RelabelRule {
    static final String DEFAULT_REGEX = "(.*)";
    static final String DEFAULT_SEPARATOR = ";";
    static final String DEFAULT_REPLACEMENT = "$1";

    private final RelabelAction action;
    private final List<String> sourceLabels;
    private final String separator;
    private final String targetLabel;
    private final String regex;
    private final long modulus;
    private final String replacement;

    private final Pattern pattern;
    private final Expansion targetExpansion;
    private final Expansion replacementExpansion;

    RelabelRule(
            RelabelAction action,
            List<String> sourceLabels,
            String separator,
            String targetLabel,
            String regex,
            long modulus,
            String replacement) {
        this.action = action;
        this.sourceLabels = List.copyOf(sourceLabels);
        this.separator = separator;
        this.targetLabel = targetLabel;
        this.regex = regex;
        this.modulus = modulus;
        this.replacement = replacement;
        this.pattern = Pattern.compile(regex, Pattern.DOTALL);
        this.targetExpansion = new Expansion(targetLabel, pattern);
        this.replacementExpansion = new Expansion(replacement, pattern);
    }

    /**
     * Reads the items of a {@code relabel_configs}.
     *
     * @throws io.dawsos.observatory.config.ConfigException when a rule cannot be used
     */
    public static List<RelabelRule> readAll(List<ConfigNode> nodes) {
        return nodes.stream().map(RelabelReader::read).toList();
    }

    public RelabelAction action() {
        return action;
    }

    public List<String> sourceLabels() {
        return sourceLabels;
    }

    public String separator() {
        return separator;
    }

    public String targetLabel() {
        return targetLabel;
    }

    public String regex() {
        return regex;
    }

    public long modulus() {
        return modulus;
    }

    public String replacement() {
        return replacement;
    }

    Pattern pattern() {
        return pattern;
    }

    Expansion targetExpansion() {
        return targetExpansion;
    }

    Expansion replacementExpansion() {
        return replacementExpansion;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RelabelRule rule
                && action == rule.action
                && sourceLabels.equals(rule.sourceLabels)
                && separator.equals(rule.separator)
                && targetLabel.equals(rule.targetLabel)
                && regex.equals(rule.regex)
                && modulus == rule.modulus
                && replacement.equals(rule.replacement);
    }

    @Override
    public int hashCode() {
        return Objects.hash(action, sourceLabels, separator, targetLabel, regex, modulus, replacement);
    }
}
