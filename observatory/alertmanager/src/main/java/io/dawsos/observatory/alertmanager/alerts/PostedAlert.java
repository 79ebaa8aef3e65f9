package io.dawsos.observatory.alertmanager.alerts;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a client reports it.
 *
 * @param startsAt null for now, or for the end when that is given
 * @param endsAt null for a time that the configuration's {@code resolve_timeout} sets
 * @param generatorUrl empty when there is none
 */
public record PostedAlert(
        Labels labels,
        Labels annotations,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String generatorUrl) {
    public static PostedAlert of(Alert alert) {
        return new PostedAlert(
                alert.labels(), alert.annotations(), alert.startsAt(), alert.endsAt(), alert.generatorUrl());
    }
}
