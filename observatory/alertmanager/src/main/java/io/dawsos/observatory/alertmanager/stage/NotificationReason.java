package io.dawsos.observatory.alertmanager.stage;

/**
 * Why a group speaks.
 *
 * @param text for people: {@code new alerts}, {@code silence 0f3c… expired}
 */
public record NotificationReason(Kind kind, String text) {
    /** Kinds of reasons. */
    public enum Kind {
        /** Alerts fire that the receiver has not heard of. */
        NEW_ALERTS,
        /** Alerts ended that the receiver has heard of. */
        RESOLVED,
        /** Nothing changed, but the repeat interval has passed. */
        REPEAT,
        /** Alerts still fire whose silence has ended, and the silence asks that this be told. */
        SILENCE_EXPIRED
    }
}
