package io.dawsos.observatory.promql;

/** Experimental parts of the language, off unless named; {@link #flag()} is Prometheus's name for it. */
public enum Feature {
    /** {@code info()}, {@code limitk}, {@code limit_ratio} and the other functions that Prometheus calls experimental. */
    EXPERIMENTAL_FUNCTIONS("promql-experimental-functions"),
    /** Arithmetic in ranges, offsets and steps. */
    DURATION_EXPRESSIONS("promql-duration-expr"),
    /** {@code anchored} and {@code smoothed} ranges. */
    EXTENDED_RANGE_SELECTORS("promql-extended-range-selectors"),
    /** {@code fill}, {@code fill_left}, {@code fill_right}. */
    BINOP_FILL_MODIFIERS("promql-binop-fill-modifiers"),
    /** The labels {@code __type__} and {@code __unit__} are treated with the metric's name. */
    TYPE_AND_UNIT_LABELS("type-and-unit-labels"),
    /** {@code @st} of a sample: resets are told by start timestamps. */
    START_TIMESTAMPS("use-start-timestamps"),
    /** The metric's name is dropped at the end of a query, not by each function. */
    DELAYED_NAME_REMOVAL("promql-delayed-name-removal");

    private final String flag;

    Feature(String flag) {
        this.flag = flag;
    }

    public String flag() {
        return flag;
    }
}
