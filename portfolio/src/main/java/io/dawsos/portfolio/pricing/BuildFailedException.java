package io.dawsos.portfolio.pricing;

import org.jspecify.annotations.Nullable;

/** A pack could not be built. The message says at what and why; it may be shown. */
final class BuildFailedException extends RuntimeException {

    private final boolean passing;

    /** @param passing whether it may well go away by itself */
    BuildFailedException(String message, boolean passing, @Nullable Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    boolean isPassing() {
        return passing;
    }
}
