package io.dawsos.portfolio.provider;

/** Why a provider gave no answer: with {@code ok} the closed set of {@code status} in {@code provider_requests_total}. */
public enum Failure {
    /** It refused the request: the key, or what was asked. */
    HTTP_4XX("http_4xx", false, true),
    /** It was asked too often; nothing is sent until the time that it named. */
    HTTP_429("http_429", true, false),
    HTTP_5XX("http_5xx", true, true),
    /** Any other status, a redirect among them: none is followed, for the key would go along. */
    HTTP_OTHER("http_other", false, true),
    TIMEOUT("timeout", true, true),
    /** No connection, or it broke. */
    UNREACHABLE("unreachable", true, true),
    /** An answer that is not what its format says, or larger than allowed. */
    GARBAGE("garbage", false, true),
    /** Not sent: the circuit breaker is open. */
    REFUSED("refused", false, false),
    /** Not sent: our own rate limit, or the provider's {@code Retry-After}, lasts longer than the time that is left. */
    RATE_LIMITED("rate_limited", false, false),
    /** Not sent: the caller was interrupted. */
    INTERRUPTED("interrupted", false, false);

    private final String status;
    private final boolean repeatable;
    private final boolean breaking;

    Failure(String status, boolean repeatable, boolean breaking) {
        this.status = status;
        this.repeatable = repeatable;
        this.breaking = breaking;
    }

    /** The metrics' label. */
    public String status() {
        return status;
    }

    /** Whether the same request may do better a moment later. */
    boolean repeatable() {
        return repeatable;
    }

    /** Whether it counts towards opening the circuit breaker. */
    boolean breaking() {
        return breaking;
    }
}
