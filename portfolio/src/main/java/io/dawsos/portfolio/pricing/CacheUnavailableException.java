package io.dawsos.portfolio.pricing;

/** The cache did not answer, or not in time, or not with a pack. Slower, not down. */
public final class CacheUnavailableException extends RuntimeException {

    CacheUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
