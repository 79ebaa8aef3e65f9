package io.dawsos.observatory.promql.ast;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The aggregations. */
public enum AggregateOp {
    SUM(null, false),
    AVG(null, false),
    COUNT(null, false),
    MIN(null, false),
    MAX(null, false),
    GROUP(null, false),
    STDDEV(null, false),
    STDVAR(null, false),
    TOPK(ValueType.SCALAR, false),
    BOTTOMK(ValueType.SCALAR, false),
    COUNT_VALUES(ValueType.STRING, false),
    QUANTILE(ValueType.SCALAR, false),
    LIMITK(ValueType.SCALAR, true),
    LIMIT_RATIO(ValueType.SCALAR, true);

    private final @Nullable ValueType parameter;
    private final boolean experimental;

    AggregateOp(@Nullable ValueType parameter, boolean experimental) {
        this.parameter = parameter;
        this.experimental = experimental;
    }

    /** What the parameter must be; null when there is none. */
    public @Nullable ValueType parameter() {
        return parameter;
    }

    public boolean experimental() {
        return experimental;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
