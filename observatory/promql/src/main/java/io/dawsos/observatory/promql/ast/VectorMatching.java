package io.dawsos.observatory.promql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the series of two vectors find each other.
 *
 * @param cardinality how many of one side may meet one of the other
 * @param on whether {@code labels} are those that are compared, else those that are ignored
 * @param labels of {@code on} or {@code ignoring}
 * @param include labels that the side of "one" adds with {@code group_left} or {@code group_right}
 * @param fillLeft experimental: the value that stands where the left side has none; null is no result
 * @param fillRight experimental: likewise for the right side
 */
public record VectorMatching(
        Cardinality cardinality,
        boolean on,
        List<String> labels,
        List<String> include,
        @Nullable Double fillLeft,
        @Nullable Double fillRight) {

    /** How many of the left side to how many of the right. */
    public enum Cardinality {
        ONE_TO_ONE,
        MANY_TO_ONE,
        ONE_TO_MANY,
        MANY_TO_MANY
    }

    public VectorMatching {
        labels = List.copyOf(labels);
        include = List.copyOf(include);
    }
}
