package io.dawsos.portfolio.beancount;

import java.util.Arrays;
import java.util.Optional;

/** Which lots a sale takes when more than one fits. */
public enum BookingMethod {
    /** None: the sale has to say which, unless it takes all that fit. */
    STRICT,
    /** The oldest first. */
    FIFO,
    /** The newest first. */
    LIFO;

    static Optional<BookingMethod> named(String text) {
        return Arrays.stream(values())
                .filter(method -> method.name().equals(text))
                .findFirst();
    }
}
