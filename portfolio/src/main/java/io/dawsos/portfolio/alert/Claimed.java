package io.dawsos.portfolio.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this process holds the lease of.
 *
 * @param id the idempotency key: the same at every attempt
 * @param claim tells this lease from every other
 * @param attempts before this one
 * @param message JSON, to the byte what every attempt sends
 * @param traceParent W3C, of the evaluation that found it
 */
record Claimed(
        UUID id,
        UUID claim,
        Channel channel,
        String lane,
        String owner,
        int attempts,
        Instant trueAt,
        String message,
        @Nullable String traceParent) {}
