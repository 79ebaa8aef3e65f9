package io.dawsos.observatory.promql.function;

import static io.dawsos.observatory.promql.ast.ValueType.INSTANT_VECTOR;
import static io.dawsos.observatory.promql.ast.ValueType.RANGE_VECTOR;
import static io.dawsos.observatory.promql.ast.ValueType.SCALAR;
import static io.dawsos.observatory.promql.ast.ValueType.STRING;

import io.dawsos.observatory.promql.ast.FunctionSignature;
import io.dawsos.observatory.promql.ast.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All functions of Prometheus 3: what they take and give. */
public final class Functions {
    private static final Map<String, FunctionSignature> ALL = new TreeMap<>();

    static {
        for (String name : List.of(
                "abs",
                "absent",
                "acos",
                "acosh",
                "asin",
                "asinh",
                "atan",
                "atanh",
                "ceil",
                "cos",
                "cosh",
                "deg",
                "exp",
                "floor",
                "histogram_avg",
                "histogram_count",
                "histogram_stddev",
                "histogram_stdvar",
                "histogram_sum",
                "ln",
                "log10",
                "log2",
                "rad",
                "sgn",
                "sin",
                "sinh",
                "sort",
                "sort_desc",
                "sqrt",
                "tan",
                "tanh",
                "timestamp")) {
            add(name, 0, false, INSTANT_VECTOR, INSTANT_VECTOR);
        }
        for (String name : List.of(
                "absent_over_time",
                "avg_over_time",
                "changes",
                "count_over_time",
                "delta",
                "deriv",
                "idelta",
                "increase",
                "irate",
                "last_over_time",
                "max_over_time",
                "min_over_time",
                "present_over_time",
                "rate",
                "resets",
                "stddev_over_time",
                "stdvar_over_time",
                "sum_over_time")) {
            add(name, 0, false, INSTANT_VECTOR, RANGE_VECTOR);
        }
        for (String name : List.of(
                "first_over_time",
                "mad_over_time",
                "ts_of_first_over_time",
                "ts_of_last_over_time",
                "ts_of_max_over_time",
                "ts_of_min_over_time")) {
            add(name, 0, true, INSTANT_VECTOR, RANGE_VECTOR);
        }
        for (String name : List.of(
                "day_of_month", "day_of_week", "day_of_year", "days_in_month", "hour", "minute", "month", "year")) {
            add(name, 1, false, INSTANT_VECTOR, INSTANT_VECTOR);
        }
        for (String name : List.of("start", "end", "step", "range")) {
            add(name, 0, true, SCALAR);
        }
        add("clamp", 0, false, INSTANT_VECTOR, INSTANT_VECTOR, SCALAR, SCALAR);
        add("clamp_max", 0, false, INSTANT_VECTOR, INSTANT_VECTOR, SCALAR);
        add("clamp_min", 0, false, INSTANT_VECTOR, INSTANT_VECTOR, SCALAR);
        add("double_exponential_smoothing", 0, true, INSTANT_VECTOR, RANGE_VECTOR, SCALAR, SCALAR);
        add("histogram_fraction", 0, false, INSTANT_VECTOR, SCALAR, SCALAR, INSTANT_VECTOR);
        add("histogram_quantile", 0, false, INSTANT_VECTOR, SCALAR, INSTANT_VECTOR);
        List<ValueType> quantiles = new ArrayList<>(List.of(INSTANT_VECTOR, STRING));
        quantiles.addAll(Collections.nCopies(10, SCALAR));
        add("histogram_quantiles", 9, true, INSTANT_VECTOR, quantiles.toArray(new ValueType[0]));
        add("info", 1, true, INSTANT_VECTOR, INSTANT_VECTOR, INSTANT_VECTOR);
        add("label_join", -1, false, INSTANT_VECTOR, INSTANT_VECTOR, STRING, STRING, STRING);
        add("label_replace", 0, false, INSTANT_VECTOR, INSTANT_VECTOR, STRING, STRING, STRING, STRING);
        add("max_of", 0, true, SCALAR, SCALAR, SCALAR);
        add("min_of", 0, true, SCALAR, SCALAR, SCALAR);
        add("pi", 0, false, SCALAR);
        add("predict_linear", 0, false, INSTANT_VECTOR, RANGE_VECTOR, SCALAR);
        add("quantile_over_time", 0, false, INSTANT_VECTOR, SCALAR, RANGE_VECTOR);
        add("round", 1, false, INSTANT_VECTOR, INSTANT_VECTOR, SCALAR);
        add("scalar", 0, false, SCALAR, INSTANT_VECTOR);
        add("sort_by_label", -1, true, INSTANT_VECTOR, INSTANT_VECTOR, STRING);
        add("sort_by_label_desc", -1, true, INSTANT_VECTOR, INSTANT_VECTOR, STRING);
        add("time", 0, false, SCALAR);
        add("vector", 0, false, INSTANT_VECTOR, SCALAR);
    }

    private Functions() {}

    private static void add(String name, int variadic, boolean experimental, ValueType result, ValueType... arguments) {
        ALL.put(name, new FunctionSignature(name, List.of(arguments), variadic, result, experimental));
    }

    /** What a function takes and gives; null when there is none of that name. */
    public static @Nullable FunctionSignature signature(String name) {
        return ALL.get(name);
    }

    /** The function of one series' range vector; null when there is none of that name. */
    public static @Nullable RangeFunction range(String name) {
        return RangeFunctions.ALL.get(name);
    }

    /** The function of single values; null when there is none of that name. */
    public static @Nullable ValueFunction value(String name) {
        return ValueFunctions.ALL.get(name);
    }

    /** The names of all functions, sorted. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(ALL.keySet());
    }
}
