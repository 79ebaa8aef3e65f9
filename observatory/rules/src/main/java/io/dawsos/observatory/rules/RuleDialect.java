package io.dawsos.observatory.rules;

import io.dawsos.observatory.promql.Feature;
import java.util.Set;

/**
 * What rule files may say.
 *
 * @param features the experimental parts of PromQL that expressions may use
 */
public record RuleDialect(NameValidation names, Set<Feature> features) {
    /** Any names, and the stable PromQL. */
    public static final RuleDialect STABLE = new RuleDialect(NameValidation.UTF8, Set.of());

    public RuleDialect {
        features = Set.copyOf(features);
    }
}
