package io.dawsos.observatory.rules;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.promql.Feature;
import java.util.Set;

/**
 * What rule files may say.
 *
 * @param features the experimental parts of PromQL that expressions may use
 * @param ignoreUnknownFields whether there may be fields that are not of the format
 */
public record RuleDialect(NameValidation names, Set<Feature> features, boolean ignoreUnknownFields) {
    /** Any names, and the stable PromQL. */
    public static final RuleDialect STABLE = new RuleDialect(NameValidation.UTF8, Set.of());

    public RuleDialect {
        features = Set.copyOf(features);
    }

    /** With the fields of the format only. */
    public RuleDialect(NameValidation names, Set<Feature> features) {
        this(names, features, false);
    }

    /** Refuses the fields of a map that were not asked for, unless they shall be ignored. */
    void end(ConfigMap map) {
        if (!ignoreUnknownFields) {
            map.end();
        }
    }
}
