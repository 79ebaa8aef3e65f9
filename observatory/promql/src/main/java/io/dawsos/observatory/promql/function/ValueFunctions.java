package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.histogram.HistogramStats;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** The functions of single values, by name. */
final class ValueFunctions {
    private static final ValueFunction ROUND = (value, histogram, arguments, context, result, step) -> {
        if (histogram == null) {
            result.set(step, FloatValues.round(value, arguments.length == 0 ? 1 : arguments[0]));
        }
    };

    static final Map<String, ValueFunction> ALL = all();

    private ValueFunctions() {}

    private static Map<String, ValueFunction> all() {
        Map<String, ValueFunction> all = new HashMap<>();
        Map<String, DoubleUnaryOperator> floats = new HashMap<>();
        arithmetic(floats);
        trigonometry(floats);
        floats.put("hour", TimeParts::hour);
        floats.put("minute", TimeParts::minute);
        floats.forEach((name, function) -> all.put(name, FloatValues.of(function)));
        all.put("year", TimeParts.ofDate(LocalDate::getYear));
        all.put("month", TimeParts.ofDate(LocalDate::getMonthValue));
        all.put("day_of_month", TimeParts.ofDate(LocalDate::getDayOfMonth));
        all.put("day_of_year", TimeParts.ofDate(LocalDate::getDayOfYear));
        all.put("day_of_week", TimeParts.ofDate(TimeParts::dayOfWeek));
        all.put("days_in_month", TimeParts.ofDate(LocalDate::lengthOfMonth));
        all.put("round", ROUND);
        all.put("clamp", Clamp.BOTH);
        all.put("clamp_min", Clamp.MIN);
        all.put("clamp_max", Clamp.MAX);
        all.put("histogram_count", HistogramValues.of(NativeHistogram::count));
        all.put("histogram_sum", HistogramValues.of(NativeHistogram::sum));
        all.put("histogram_avg", HistogramValues.of(HistogramStats::avg));
        all.put("histogram_stdvar", HistogramValues.of(HistogramStats::stdvar));
        all.put("histogram_stddev", HistogramValues.of(HistogramStats::stddev));
        return Map.copyOf(all);
    }

    private static void arithmetic(Map<String, DoubleUnaryOperator> floats) {
        floats.put("abs", Math::abs);
        floats.put("ceil", Math::ceil);
        floats.put("floor", Math::floor);
        floats.put("exp", Math::exp);
        floats.put("sqrt", Math::sqrt);
        floats.put("ln", Math::log);
        floats.put("log2", FloatValues::log2);
        floats.put("log10", Math::log10);
        floats.put("sgn", FloatValues::sgn);
    }

    private static void trigonometry(Map<String, DoubleUnaryOperator> floats) {
        floats.put("sin", Math::sin);
        floats.put("cos", Math::cos);
        floats.put("tan", Math::tan);
        floats.put("asin", Math::asin);
        floats.put("acos", Math::acos);
        floats.put("atan", Math::atan);
        floats.put("sinh", Math::sinh);
        floats.put("cosh", Math::cosh);
        floats.put("tanh", Math::tanh);
        floats.put("asinh", FloatValues::asinh);
        floats.put("acosh", FloatValues::acosh);
        floats.put("atanh", FloatValues::atanh);
        floats.put("deg", FloatValues::degrees);
        floats.put("rad", FloatValues::radians);
    }
}
