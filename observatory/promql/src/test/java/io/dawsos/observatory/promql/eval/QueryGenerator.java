package io.dawsos.observatory.promql.eval;

import java.util.List;
import java.util.Random;

/** Writes queries over the series of {@link DataGenerator}; nearly all are valid, most have a result. */
final class QueryGenerator {
    private static final List<String> GAUGES = List.of("temperature", "queue_length");
    private static final List<String> COUNTERS = List.of("requests_total", "errors_total");
    private static final List<String> LABELS = List.of("job", "instance", "code");
    private static final List<String> RANGES = List.of("1m", "5m", "10m", "37s", "90s", "1h");
    private static final List<String> COUNTER_FUNCTIONS = List.of("rate", "increase", "irate", "resets");
    private static final List<String> RANGE_FUNCTIONS = List.of(
            "delta",
            "idelta",
            "deriv",
            "changes",
            "avg_over_time",
            "min_over_time",
            "max_over_time",
            "sum_over_time",
            "count_over_time",
            "stddev_over_time",
            "stdvar_over_time",
            "last_over_time",
            "present_over_time");
    private static final List<String> VALUE_FUNCTIONS = List.of(
            "abs",
            "ceil",
            "floor",
            "exp",
            "sqrt",
            "ln",
            "log2",
            "log10",
            "sgn",
            "round",
            "sin",
            "atan",
            "deg",
            "hour",
            "minute",
            "day_of_week",
            "days_in_month");
    private static final List<String> AGGREGATIONS =
            List.of("sum", "avg", "count", "min", "max", "group", "stddev", "stdvar");
    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%", "^", "atan2");
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Random random;
    /** A subquery in another would have steps on the other's edges. */
    private boolean inSubquery;

    QueryGenerator(Random random) {
        this.random = random;
    }

    String query() {
        return random.nextInt(12) == 0 ? scalar(2) : vector(3);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String vector(int depth) {
        if (depth == 0) {
            return selector();
        }
        return switch (random.nextInt(16)) {
            case 0 -> selector();
            case 1, 2, 3 -> overTime(depth - 1);
            case 4, 5, 6 -> aggregation(depth - 1);
            case 7 ->
                one(List.of("topk", "bottomk")) + grouping() + "(" + (1 + random.nextInt(3)) + ", " + one(GAUGES)
                        + matchers() + ")";
            case 8 ->
                "quantile" + grouping() + "(" + one(List.of("0.5", "0.9", "0.99", "0")) + ", " + vector(depth - 1)
                        + ")";
            case 9 -> join(depth - 1);
            case 10 -> "(" + vector(depth - 1) + ") " + arithmeticOrComparison() + " " + number();
            case 11 -> number() + " " + arithmeticOrComparison() + " (" + vector(depth - 1) + ")";
            case 12 -> set(depth - 1);
            case 13 -> one(VALUE_FUNCTIONS) + "(" + vector(depth - 1) + ")";
            case 14 -> special(depth - 1);
            default -> "-(" + vector(depth - 1) + ")";
        };
    }

    private String special(int depth) {
        return switch (random.nextInt(9)) {
            case 0 -> "absent(" + vector(depth) + ")";
            case 1 -> "label_replace(" + vector(depth) + ", \"copy\", \"x-$1\", \"instance\", \"(.).*\")";
            case 2 -> "label_join(" + vector(depth) + ", \"joined\", \"/\", \"job\", \"code\")";
            case 3 -> "timestamp(" + vector(depth) + ")";
            case 4 -> "vector(" + scalar(depth) + ")";
            case 5 -> "clamp(" + vector(depth) + ", -3, " + number() + ")";
            case 6 ->
                "histogram_quantile(" + one(List.of("0.5", "0.9", "0.99")) + ", sum by (le, job) (rate("
                        + "latency_seconds_bucket" + matchers() + "[" + one(RANGES) + "])))";
            case 7 -> "absent_over_time(" + one(GAUGES) + matchers() + "[" + one(RANGES) + "])";
            default -> "count_values" + grouping() + "(\"value\", round(" + one(GAUGES) + matchers() + ", 10))";
        };
    }

    private String overTime(int depth) {
        if (random.nextInt(4) == 0 && !inSubquery) {
            inSubquery = true;
            String inner = vector(depth);
            inSubquery = false;
            return one(RANGE_FUNCTIONS) + "((" + inner + ")[" + one(RANGES) + ":" + one(List.of("30s", "13s", "1m", ""))
                    + "]" + shift() + ")";
        }
        String range = matchers() + "[" + one(RANGES) + "]" + shift() + ")";
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> one(COUNTER_FUNCTIONS) + "(" + one(COUNTERS) + range;
            case 3 -> "quantile_over_time(0.7, " + one(GAUGES) + range;
            case 4 -> "predict_linear(" + one(GAUGES) + range.substring(0, range.length() - 1) + ", 600)";
            default -> one(RANGE_FUNCTIONS) + "(" + one(GAUGES) + range;
        };
    }

    private String aggregation(int depth) {
        return one(AGGREGATIONS) + grouping() + "(" + vector(depth) + ")";
    }

    private String grouping() {
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> " without (" + one(LABELS) + ") ";
            case 2 -> " by (job, " + one(LABELS) + ") ";
            default -> " by (" + one(LABELS) + ") ";
        };
    }

    private String join(int depth) {
        String operator = arithmeticOrComparison();
        return switch (random.nextInt(4)) {
            case 0 ->
                "sum by (job) (" + vector(depth) + ") " + operator + " on (job) avg by (job) (" + vector(depth) + ")";
            case 1 -> "(" + vector(depth) + ") " + operator + " on (job) group_left (version) build_info";
            case 2 ->
                "max by (job, instance) (" + vector(depth) + ") " + operator
                        + " ignoring (instance) group_left () sum by (job) (" + vector(depth) + ")";
            default -> "(" + vector(depth) + ") " + operator + " (" + vector(depth) + ")";
        };
    }

    private String set(int depth) {
        return "(" + vector(depth) + ") " + one(List.of("and", "or", "unless"))
                + one(List.of("", "", " on (job)", " ignoring (code, instance)")) + " (" + vector(depth) + ")";
    }

    private String arithmeticOrComparison() {
        return switch (random.nextInt(3)) {
            case 0 -> one(COMPARISONS);
            case 1 -> one(COMPARISONS) + " bool";
            default -> one(ARITHMETIC);
        };
    }

    String scalar(int depth) {
        if (depth == 0) {
            return number();
        }
        return switch (random.nextInt(5)) {
            case 0 -> "time()";
            case 1 -> "scalar(" + vector(depth - 1) + ")";
            case 2 -> "(" + scalar(depth - 1) + ") " + one(ARITHMETIC) + " (" + scalar(depth - 1) + ")";
            case 3 -> "-(" + scalar(depth - 1) + ")";
            default -> number();
        };
    }

    private String number() {
        return one(List.of("0", "1", "2", "-1.5", "10", "100", "0.3", "1e3"));
    }

    private String selector() {
        return one(random.nextBoolean() ? GAUGES : COUNTERS) + matchers() + shift();
    }

    private String matchers() {
        return switch (random.nextInt(7)) {
            case 0 -> "{job=\"api\"}";
            case 1 -> "{job!=\"api\"}";
            case 2 -> "{instance=~\"a|b\"}";
            case 3 -> "{code!~\"5..\", job=~\".+\"}";
            default -> "";
        };
    }

    private String shift() {
        return switch (random.nextInt(12)) {
            case 0 -> " offset 3m";
            case 1 -> " offset -2m";
            case 2 -> " @ end()";
            case 3 -> " @ start() offset 1m";
            default -> "";
        };
    }
}
