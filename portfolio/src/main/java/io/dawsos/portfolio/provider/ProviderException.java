package io.dawsos.portfolio.provider;

import org.jspecify.annotations.Nullable;

/** A provider gave no answer that can be used. The message says of which provider, what was asked and what came. */
public final class ProviderException extends Exception {

    private final String provider;
    private final Failure failure;

    ProviderException(String provider, Failure failure, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.provider = provider;
        this.failure = failure;
    }

    public String provider() {
        return provider;
    }

    public Failure failure() {
        return failure;
    }
}
