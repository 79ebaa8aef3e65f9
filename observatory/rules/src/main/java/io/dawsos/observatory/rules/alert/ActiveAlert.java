package io.dawsos.observatory.rules.alert;

import io.dawsos.observatory.model.Labels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be seen of an alert at one time.
 *
 * @param value what the expression gave last; NaN when that was a histogram
 * @param activeAt since when its series is there
 * @param firedAt since when it fires; null while it is pending
 * @param resolvedAt when it ended; null while it is active
 * @param keepFiringSince since when it fires without a series, for {@code keep_firing_for}; else null
 */
public record ActiveAlert(
        Labels labels,
        Labels annotations,
        AlertState state,
        double value,
        Instant activeAt,
        @Nullable Instant firedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant keepFiringSince) {}
