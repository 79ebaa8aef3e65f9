package io.dawsos.portfolio.provider;

/**
 * A provider gave no answer that can be used. The message says of which provider, what was asked and what came. Has no
 * cause: what other libraries write into their messages may hold the address, and with it the key.
 */
public class ProviderException extends Exception {

    private final String provider;
    private final Failure failure;

    ProviderException(String provider, Failure failure, String message) {
        super(message);
        this.provider = provider;
        this.failure = failure;
    }

    public final String provider() {
        return provider;
    }

    public final Failure failure() {
        return failure;
    }

    /** Nothing was asked: an open circuit breaker or a limit said so, which is what they are for. */
    static final class NotAsked extends ProviderException {
        NotAsked(String provider, Failure failure, String message) {
            super(provider, failure, message);
        }
    }
}
