package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.stage.Notification;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How long one try may take. */
final class Deadline {
    private Deadline() {}

    /** Until the notification's deadline, or a time of the receiver's own when that is shorter. */
    static Duration left(Notification notification, @Nullable Duration own, InstantSource clock) {
        Duration left = Duration.between(clock.instant(), notification.deadline());
        return own != null && own.compareTo(left) < 0 ? own : left;
    }

    static boolean isOver(Duration left) {
        return left.isZero() || left.isNegative();
    }
}
