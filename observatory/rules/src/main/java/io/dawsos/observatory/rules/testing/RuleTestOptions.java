package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.promql.Feature;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How files of tests are run.
 *
 * @param run what a part of a test's name must match for the test to run
 * @param ignoreUnknownFields whether rule files may have fields that are not of the format
 * @param features experimental parts of the query language that rules and checks may use
 */
public record RuleTestOptions(Pattern run, boolean ignoreUnknownFields, Set<Feature> features) {
    /** All tests, and only what is of the format. */
    public static final RuleTestOptions DEFAULT = new RuleTestOptions(Pattern.compile(""), false, Set.of());

    public RuleTestOptions {
        features = Set.copyOf(features);
    }

    boolean wants(RuleTest test) {
        return run.matcher(test.name()).find();
    }
}
