package io.dawsos.portfolio.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a provider is, for people.
 *
 * @param simulated whether the market simulator stands in for it
 * @param since when the circuit breaker became what it is
 * @param lastError what went wrong last, or null; may be over long since
 */
public record ProviderStatus(
        String name,
        boolean simulated,
        BreakerState state,
        Instant since,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt) {}
