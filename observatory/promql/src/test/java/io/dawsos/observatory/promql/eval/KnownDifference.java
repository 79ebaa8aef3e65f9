package io.dawsos.observatory.promql.eval;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where Prometheus 2.42 answers otherwise than Prometheus 3, which this engine follows: each with the change that made
 * the difference, as github.com/prometheus/prometheus numbers it.
 */
enum KnownDifference {
    EXTRAPOLATION(
            "#13725: a counter is no longer extrapolated further than half an interval where its zero would be nearer"
                    + " than the range's edge",
            "\\b(rate|increase)\\("),
    PREDICT_LINEAR_AT(
            "#13559: predict_linear over a range with @ moved that range along the steps", "predict_linear.*@"),
    DEVIATION_OF_INFINITE(
            "#14941: the deviation of a single infinite or NaN value is NaN, no longer 0", "\\b(stddev|stdvar)\\b"),
    ATAN2_NAME("#12595: atan2 drops the metric's name", "\\batan2\\b"),
    MEAN("#14413, #16773: avg and avg_over_time divide the sum, compensated, by the count", "\\bavg(_over_time)?\\b"),
    SAME_LABELSET(
            "#14695, #18631: series that become one are refused only where both have a value",
            ".*",
            "fails: vector cannot contain metrics with the same labelset"),
    INFINITE_SUM(
            "#14362: a compensated sum that meets an infinite value is infinite, no longer NaN",
            "\\b(sum_over_time|deriv|predict_linear|stddev_over_time|stdvar_over_time)\\b",
            "wanted NaN"),
    TIME_OF_NO_TIME(
            "no change: which hour an infinite value or NaN has depends on the processor's conversion to an integer;"
                    + " ours is that of arm64, Debian's here that of amd64",
            "\\b(hour|minute|day_of_week|days_in_month)\\(");

    private final String reason;
    private final Pattern query;
    private final Pattern difference;

    KnownDifference(String reason, String query) {
        this(reason, query, "");
    }

    /**
     * @param query a pattern that the query must contain
     * @param difference one that the difference in words must contain
     */
    KnownDifference(String reason, String query, String difference) {
        this.reason = reason;
        this.query = Pattern.compile(query);
        this.difference = Pattern.compile(difference);
    }

    String reason() {
        return reason;
    }

    static Optional<KnownDifference> of(String query, String difference) {
        return Arrays.stream(values())
                .filter(known -> known.query.matcher(query).find()
                        && known.difference.matcher(difference).find())
                .findFirst();
    }
}
