package io.dawsos.observatory.alertmanager.stage;

/**
 * Sends notifications to one place. Called on a thread that may block, by several threads for several groups at once; for
 * one group never again before the call before has returned.
 */
@FunctionalInterface
public interface Notifier {
    /**
     * Tries once; the caller repeats. Gives up at the notification's deadline. Throws nothing: what went wrong is in the
     * answer, without secrets, since it is logged.
     */
    Delivery send(Notification notification);
}
