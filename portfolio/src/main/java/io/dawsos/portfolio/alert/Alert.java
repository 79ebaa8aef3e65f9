package io.dawsos.portfolio.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an owner wants to be told about a portfolio.
 *
 * @param cooldown after it has fired, it does not fire again for so long
 * @param firedAt when it fired last; null when it has not
 */
public record Alert(
        UUID id,
        UUID portfolioId,
        String name,
        Condition condition,
        List<Channel> channels,
        Duration cooldown,
        Instant createdAt,
        @Nullable Instant firedAt) {

    public Alert {
        channels = List.copyOf(channels);
    }
}
