package io.dawsos.observatory.alertmanager.log;

import java.time.Instant;
import java.util.Set;

/**
 * The last that one integration was told of one group.
 *
 * @param at when the group spoke
 * @param firing fingerprints of the alerts that it was told fire
 * @param resolved fingerprints of those that it was told have ended
 * @param expiresAt from when on this may be forgotten
 */
public record LogEntry(LogKey key, Instant at, Set<Long> firing, Set<Long> resolved, Instant expiresAt) {
    public LogEntry {
        firing = Set.copyOf(firing);
        resolved = Set.copyOf(resolved);
    }
}
