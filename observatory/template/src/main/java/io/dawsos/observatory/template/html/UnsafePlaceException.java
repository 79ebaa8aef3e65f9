package io.dawsos.observatory.template.html;

/** A value stands where no escaping makes it safe. The message says where and what to do. */
public final class UnsafePlaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsafePlaceException(String message) {
        super(message);
    }
}
