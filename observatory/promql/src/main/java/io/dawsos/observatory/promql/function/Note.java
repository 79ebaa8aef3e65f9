package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.GoString;

/** What functions say of the samples they met, in Prometheus's words. */
enum Note {
    MIXED_FLOATS_AND_HISTOGRAMS(true, "encountered a mix of histograms and floats", Subject.FOR_METRIC_NAME),
    MIXED_SCHEMAS(
            true,
            "vector contains a mix of histograms with exponential and custom buckets schemas",
            Subject.FOR_METRIC_NAME),
    NOT_A_COUNTER(true, "this native histogram metric is not a counter:", Subject.METRIC_NAME),
    NOT_A_GAUGE(true, "this native histogram metric is not a gauge:", Subject.METRIC_NAME),
    CONFLICTING_RESETS(true, "conflicting counter resets during histogram aggregation", Subject.NONE),
    OVERLAPPING_START(
            true, "sample has start time that overlaps with previous sample timestamp for metric", Subject.METRIC_NAME),
    HISTOGRAMS_IGNORED(
            false, "ignored histograms in a range containing both floats and histograms", Subject.FOR_METRIC_NAME),
    POSSIBLE_NON_COUNTER(
            false,
            "metric might not be a counter, name does not end in _total/_sum/_count/_bucket:",
            Subject.METRIC_NAME),
    BOUNDARIES_RECONCILED_IN_SUBTRACTION(
            false, "mismatched custom buckets were reconciled during subtraction", Subject.NONE),
    BOUNDARIES_RECONCILED_IN_ADDITION(false, "mismatched custom buckets were reconciled during addition", Subject.NONE),
    BOUNDARIES_RECONCILED_IN_AGGREGATION(
            false, "mismatched custom buckets were reconciled during aggregation", Subject.NONE);

    /** How a message ends. */
    private enum Subject {
        NONE,
        METRIC_NAME,
        FOR_METRIC_NAME
    }

    private final boolean warning;
    private final String text;
    private final Subject subject;

    Note(boolean warning, String text, Subject subject) {
        this.warning = warning;
        this.text = text;
        this.subject = subject;
    }

    boolean warning() {
        return warning;
    }

    String text(String metricName) {
        return switch (subject) {
            case NONE -> text;
            case METRIC_NAME -> text + " " + GoString.quoted(metricName);
            case FOR_METRIC_NAME ->
                metricName.isEmpty() ? text : text + " for metric name " + GoString.quoted(metricName);
        };
    }
}
