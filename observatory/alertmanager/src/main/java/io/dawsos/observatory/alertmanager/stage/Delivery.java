package io.dawsos.observatory.alertmanager.stage;

/** How one try to send ended. */
public sealed interface Delivery {
    /** The receiver has taken it. */
    record Delivered() implements Delivery {}

    /**
     * The receiver has not taken it, or it is not known whether it has.
     *
     * @param retryable whether the same may succeed later; {@code false} for what the receiver will never take
     * @param reason for people, without secrets
     */
    record Failed(boolean retryable, String reason) implements Delivery {}

    static Delivery delivered() {
        return new Delivered();
    }

    /** It may succeed later. */
    static Delivery failed(String reason) {
        return new Failed(true, reason);
    }

    /** It will never succeed. */
    static Delivery refused(String reason) {
        return new Failed(false, reason);
    }
}
