package io.dawsos.observatory.promql.eval;

import org.jspecify.annotations.Nullable;

/**
 * The times that a selector or subquery looks at: the steps', or those of {@code @}, less the offset.
 *
 * @param anchor the time of {@code @}; null without
 * @param offset in milliseconds
 */
record Moved(Steps steps, @Nullable Long anchor, long offset) {
    long at(int step) {
        return (anchor == null ? steps.at(step) : anchor) - offset;
    }

    long first() {
        return at(0);
    }

    long last() {
        return at(steps.count() - 1);
    }

    int count() {
        return steps.count();
    }
}
