package io.dawsos.observatory.tsdb.codec;

/** Bytes that are not what their format says. The message says what was wanted and what was found. */
public final class CorruptDataException extends RuntimeException {
    public CorruptDataException(String message) {
        super(message);
    }

    public CorruptDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
