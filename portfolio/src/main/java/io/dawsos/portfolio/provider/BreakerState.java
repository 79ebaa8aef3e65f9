package io.dawsos.portfolio.provider;

/** Whether a provider is asked. */
public enum BreakerState {
    CLOSED(0),
    OPEN(1),
    HALF_OPEN(2);

    private final int code;

    BreakerState(int code) {
        this.code = code;
    }

    /** The value of {@code circuit_breaker_state}. */
    int code() {
        return code;
    }
}
