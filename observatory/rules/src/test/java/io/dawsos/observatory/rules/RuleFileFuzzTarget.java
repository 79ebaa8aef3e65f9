package io.dawsos.observatory.rules;

import io.dawsos.observatory.config.ConfigException;
import java.nio.charset.StandardCharsets;

/** What Jazzer feeds its inputs to: any text is a rule file or is refused with its place; anything else is a find. */
public final class RuleFileFuzzTarget {
    private RuleFileFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            RuleFile file = RuleFile.parse("rules.yml", text);
            file.groups().forEach(group -> group.rules().forEach(RuleFileFuzzTarget::check));
        } catch (ConfigException e) {
            if (!String.valueOf(e.getMessage()).startsWith("rules.yml")) {
                throw new IllegalStateException("without a place: " + e.getMessage(), e);
            }
        }
    }

    private static void check(Rule rule) {
        if (!rule.sameAs(rule) || rule.query().isEmpty()) {
            throw new IllegalStateException("not itself: " + rule);
        }
    }
}
