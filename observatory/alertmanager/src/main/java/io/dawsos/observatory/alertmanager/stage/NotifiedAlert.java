package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.model.Labels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a message shows it.
 *
 * @param endsAt when it ended; null while it fires
 * @param generatorUrl empty when there is none
 * @param fingerprint sixteen hexadecimal digits, the same as Alertmanager's
 */
public record NotifiedAlert(
        Labels labels,
        Labels annotations,
        Instant startsAt,
        @Nullable Instant endsAt,
        String generatorUrl,
        String fingerprint) {
    public boolean resolved() {
        return endsAt != null;
    }
}
