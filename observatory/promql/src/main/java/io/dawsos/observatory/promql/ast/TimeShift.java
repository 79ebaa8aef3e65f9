package io.dawsos.observatory.promql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code offset} and {@code @} of a selector or subquery.
 *
 * @param offset how far back; null is none
 * @param anchor the time that is looked at whatever the step's; null is the step's own
 */
public record TimeShift(
        @Nullable DurationExpr offset, @Nullable Anchor anchor) {
    public static final TimeShift NONE = new TimeShift(null, null);

    /** What stands after {@code @}. */
    public sealed interface Anchor {
        /** @param millis since the epoch */
        record At(long millis) implements Anchor {}

        /** The query's first step. */
        record Start() implements Anchor {}

        /** The query's last step. */
        record End() implements Anchor {}
    }
}
