package io.dawsos.observatory.rules;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * When a group is evaluated: at multiples of its interval since the epoch, plus an offset that is the group's own and
 * always the same, so that not all groups are evaluated at once.
 *
 * @param offset not negative, less than the interval
 * @param queryOffset how far back the expressions look
 */
record GroupTimes(Duration interval, Duration offset, Duration queryOffset) {
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    static GroupTimes of(RuleGroup group, RuleSettings settings) {
        Duration interval = group.interval() == null ? settings.interval() : group.interval();
        Duration queryOffset = group.queryOffset() == null ? settings.queryOffset() : group.queryOffset();
        long millis = Long.remainderUnsigned(hash(group.key()), interval.toMillis());
        return new GroupTimes(interval, Duration.ofMillis(millis), queryOffset);
    }

    /** FNV-1a, as described at isthe.com/chongo/tech/comp/fnv. */
    private static long hash(String text) {
        long hash = FNV_START;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    /** The first time of evaluation after another time. */
    Instant after(Instant time) {
        long sinceSlot = Math.floorMod(time.toEpochMilli() - offset.toMillis(), interval.toMillis());
        return Instant.ofEpochMilli(time.toEpochMilli() - sinceSlot + interval.toMillis());
    }

    /** How many times of evaluation after this one have come. */
    long missed(Instant due, Instant now) {
        return Math.max(0, Duration.between(due, now).toMillis() / interval.toMillis());
    }
}
