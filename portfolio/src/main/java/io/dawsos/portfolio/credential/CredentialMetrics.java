package io.dawsos.portfolio.credential;

import io.dawsos.telemetry.metrics.Gauge;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;

/** {@code dawsos_credential_expiry_timestamp_seconds}: a series for each credential whose end is known, and no other. */
final class CredentialMetrics {

    CredentialMetrics(Expiries expiries, Metrics metrics) {
        Gauge expiry = metrics.gauge(
                "dawsos_credential_expiry_timestamp_seconds",
                "When a key, password or certificate that the service needs expires, where that is known.",
                Label.of("credential", Credential.labels()));
        expiries.known()
                .forEach((credential, known) ->
                        expiry.watch(() -> (double) known.at().getEpochSecond(), credential.label()));
    }
}
