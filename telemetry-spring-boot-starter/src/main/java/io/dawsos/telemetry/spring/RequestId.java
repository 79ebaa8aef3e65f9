package io.dawsos.telemetry.spring;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request: the caller's {@code X-Request-Id} where it is harmless to log and to answer, else a new one. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private RequestId() {}

    static String of(@Nullable String callers) {
        return callers != null && SANE.matcher(callers).matches() ? callers : random().toString();
    }

    /** A version 4 UUID. It has to be unique, not secret, so no request waits for the secure random's lock. */
    private static UUID random() {
        ThreadLocalRandom bits = ThreadLocalRandom.current();
        return new UUID(
                (bits.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L,
                (bits.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }
}
