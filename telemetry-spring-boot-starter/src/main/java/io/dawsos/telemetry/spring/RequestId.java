package io.dawsos.telemetry.spring;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request: the caller's {@code X-Request-Id} where it is harmless to log and to answer, else a new one. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private RequestId() {}

    static String of(@Nullable String callers) {
        return callers != null && SANE.matcher(callers).matches()
                ? callers
                : UUID.randomUUID().toString();
    }
}
