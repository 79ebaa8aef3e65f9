package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.alertmanager.alerts.StoredAlert;
import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Leaves alerts out for one reason, counts them, and stops when none is left. */
record AlertFilter(StopReason reason, AlertmanagerMetrics metrics) {
    Step without(Passage passage, Predicate<StoredAlert> unwanted) {
        List<StoredAlert> left = new ArrayList<>(passage.alerts());
        left.removeIf(unwanted);
        int muted = passage.alerts().size() - left.size();
        if (muted == 0) {
            return new Step.Goes(passage);
        }
        metrics.notificationsSuppressed(reason.text(), muted);
        Passage rest = passage.withAlerts(left);
        return left.isEmpty() ? new Step.Stops(rest, reason, "") : new Step.Goes(rest);
    }

    static CompletableFuture<Step> now(Step step) {
        return CompletableFuture.completedFuture(step);
    }
}
