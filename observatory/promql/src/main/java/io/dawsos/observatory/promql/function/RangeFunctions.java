package io.dawsos.observatory.promql.function;

import java.util.Map;

/** The functions of one series' range vector, by name. */
final class RangeFunctions {
    static final Map<String, RangeFunction> ALL = Map.ofEntries(
            Map.entry("rate", new Rate(true, true)),
            Map.entry("increase", new Rate(true, false)),
            Map.entry("delta", new Rate(false, false)),
            Map.entry("irate", new InstantRate(true)),
            Map.entry("idelta", new InstantRate(false)),
            Map.entry("changes", new Transitions(false)),
            Map.entry("resets", new Transitions(true)),
            Map.entry("sum_over_time", new Totals(false)),
            Map.entry("avg_over_time", new Totals(true)),
            Map.entry("count_over_time", SampleFunctions::count),
            Map.entry("present_over_time", SampleFunctions::present),
            Map.entry("first_over_time", SampleFunctions::first),
            Map.entry("last_over_time", SampleFunctions::last),
            Map.entry("ts_of_first_over_time", SampleFunctions::timeOfFirst),
            Map.entry("ts_of_last_over_time", SampleFunctions::timeOfLast),
            Map.entry("min_over_time", floats(1, (f, arguments, w) -> FloatStatistics.min(f))),
            Map.entry("max_over_time", floats(1, (f, arguments, w) -> FloatStatistics.max(f))),
            Map.entry("ts_of_min_over_time", floats(1, (f, arguments, w) -> FloatStatistics.timeOfMin(f))),
            Map.entry("ts_of_max_over_time", floats(1, (f, arguments, w) -> FloatStatistics.timeOfMax(f))),
            Map.entry("stdvar_over_time", floats(1, (f, arguments, w) -> FloatStatistics.variance(f))),
            Map.entry("stddev_over_time", floats(1, (f, arguments, w) -> Math.sqrt(FloatStatistics.variance(f)))),
            Map.entry("mad_over_time", floats(1, (f, arguments, w) -> FloatStatistics.medianDeviation(f))),
            Map.entry("quantile_over_time", new QuantileOverTime()),
            Map.entry("deriv", floats(2, (f, arguments, w) -> Regression.slope(f))),
            Map.entry(
                    "predict_linear", floats(2, (f, arguments, w) -> Regression.predict(f, w.stepTime, arguments[0]))),
            Map.entry(
                    "double_exponential_smoothing",
                    floats(2, (f, arguments, w) -> Smoothing.smooth(f, arguments[0], arguments[1]))));

    private RangeFunctions() {}

    private static RangeFunction floats(int wanted, FloatsFunction.Of of) {
        return new FloatsFunction(wanted, of);
    }
}
