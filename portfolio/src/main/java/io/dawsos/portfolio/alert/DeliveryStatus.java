package io.dawsos.portfolio.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one delivery.
 *
 * @param receiver without the parts of its address that may be secret
 * @param state pending, delivered, dead or cancelled
 * @param nextAttemptAt null when there is none to come
 * @param lastError null where no attempt failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryStatus(
        UUID id,
        UUID eventId,
        UUID alertId,
        String method,
        String receiver,
        String state,
        int attempts,
        Instant trueAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant deliveredAt,
        @Nullable LastError lastError) {

    /** @param error from the closed set of {@code alert_delivery_failures_total} */
    public record LastError(String error, String detail, Instant at) {}
}
