package io.dawsos.observatory.model;

import java.util.Locale;

/** Why a sample, an exemplar or metadata was not taken. */
public enum Refusal {
    /** The store has as many series as it may have. */
    SERIES_LIMIT,
    /** The metric has as many series as it may have. */
    METRIC_SERIES_LIMIT,
    /** The series has too many labels. */
    LABEL_LIMIT,
    /** A label's name is too long. */
    NAME_LENGTH,
    /** A label's value is too long. */
    VALUE_LENGTH,
    /** The series has no label, or one that is not Unicode text. */
    INVALID_LABELS,
    /** Older than the series' newest sample, and the store takes none late. */
    OUT_OF_ORDER,
    /** The series has another value at this time. */
    DUPLICATE_TIMESTAMP,
    /** Older than the store takes samples late. */
    TOO_OLD,
    /** Later than the store's clock by more than it believes. */
    TOO_FAR_AHEAD,
    /** The series that was named by its number is no longer in memory; append it by its labels. */
    UNKNOWN_SERIES,
    /** The exemplar's labels are too long. */
    EXEMPLAR_LENGTH,
    /** The exemplar is older than the newest of its series. */
    EXEMPLAR_OUT_OF_ORDER,
    /** There is metadata of as many metrics as there may be. */
    METADATA_LIMIT;

    /** As a label's value: {@code series_limit}. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
