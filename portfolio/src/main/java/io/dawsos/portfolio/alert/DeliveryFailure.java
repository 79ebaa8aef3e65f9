package io.dawsos.portfolio.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An attempt that did not deliver. The message is for people and holds nothing of a receiver's path or query. */
final class DeliveryFailure extends Exception {

    private final DeliveryError error;
    private final boolean last;
    private final @Nullable Duration retryAfter;

    private DeliveryFailure(DeliveryError error, String message, boolean last, @Nullable Duration retryAfter) {
        super(message, null, false, false); // a receiver's doing: where in our code says nothing
        this.error = error;
        this.last = last;
        this.retryAfter = retryAfter;
    }

    static DeliveryFailure of(DeliveryError error, String message) {
        return new DeliveryFailure(error, message, false, null);
    }

    /** Trying again is of no use. */
    static DeliveryFailure last(DeliveryError error, String message) {
        return new DeliveryFailure(error, message, true, null);
    }

    /** @param after what the receiver asked for */
    static DeliveryFailure retryAfter(DeliveryError error, String message, @Nullable Duration after) {
        return new DeliveryFailure(error, message, false, after);
    }

    DeliveryError error() {
        return error;
    }

    boolean isLast() {
        return last;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
