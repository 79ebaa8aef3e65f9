package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.model.Matcher;
import java.util.List;

/**
 * A rule by which alerts (sources) mute others (targets).
 *
 * @param name empty when it has none
 * @param equal labels whose values are the same in source and target
 */
public record InhibitRuleConfig(
        String name, List<Matcher> sourceMatchers, List<Matcher> targetMatchers, List<String> equal) {
    public InhibitRuleConfig {
        sourceMatchers = List.copyOf(sourceMatchers);
        targetMatchers = List.copyOf(targetMatchers);
        equal = List.copyOf(equal);
    }

    static InhibitRuleConfig read(Section section, Warnings warnings) {
        ConfigNode equal = section.find("equal");
        return new InhibitRuleConfig(
                section.text("name"),
                MatchersReader.read(section, "source_", warnings),
                MatchersReader.read(section, "target_", warnings),
                equal == null ? List.of() : LabelName.list(equal));
    }
}
