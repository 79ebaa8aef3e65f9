package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.observatory.alertmanager.route.RouteOptions;
import io.dawsos.observatory.alertmanager.time.TimeIntervals;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Stops what comes in a mute time interval of its route, or outside of the active ones. */
public final class TimeStage implements Stage {
    private final TimeIntervals intervals;
    private final AlertmanagerMetrics metrics;

    public TimeStage(TimeIntervals intervals, AlertmanagerMetrics metrics) {
        this.intervals = intervals;
        this.metrics = metrics;
    }

    @Override
    public CompletableFuture<Step> pass(Passage passage) {
        RouteOptions route = passage.flush().route().options();
        Instant now = passage.flush().now();
        List<String> muting = intervals.containing(route.muteTimeIntervals(), now);
        if (!muting.isEmpty()) {
            return stop(passage, StopReason.MUTE_TIME, muting);
        }
        return intervals.isActive(route.activeTimeIntervals(), now)
                ? AlertFilter.now(new Step.Goes(passage))
                : stop(passage, StopReason.NOT_ACTIVE_TIME, route.activeTimeIntervals());
    }

    private CompletableFuture<Step> stop(Passage passage, StopReason reason, List<String> names) {
        metrics.notificationsSuppressed(reason.text(), passage.alerts().size());
        return AlertFilter.now(new Step.Stops(passage, reason, String.join(", ", names)));
    }
}
