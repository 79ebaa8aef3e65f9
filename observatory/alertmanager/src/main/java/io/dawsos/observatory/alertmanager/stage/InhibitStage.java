package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.alertmanager.alerts.StoredAlert;
import io.dawsos.observatory.alertmanager.inhibit.Inhibitor;
import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.observatory.model.Labels;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Leaves out alerts that others keep quiet, and holds back those of which that cannot be said yet. */
public final class InhibitStage implements Stage {
    private final Inhibitor inhibitor;
    private final AlertFilter inhibited;
    private final AlertFilter uncertain;

    public InhibitStage(Inhibitor inhibitor, AlertmanagerMetrics metrics) {
        this.inhibitor = inhibitor;
        this.inhibited = new AlertFilter(StopReason.INHIBITION, metrics);
        this.uncertain = new AlertFilter(StopReason.SETTLING, metrics);
    }

    @Override
    public CompletableFuture<Step> pass(Passage passage) {
        Instant now = passage.flush().now();
        Step step = inhibited.without(passage, alert -> inhibitor.inhibiting(alert.labels(), now) != null);
        if (step instanceof Step.Goes goes) {
            Set<Labels> held = new HashSet<>();
            for (StoredAlert alert : goes.passage().alerts()) {
                if (inhibitor.isUncertain(alert.labels(), now)) {
                    held.add(alert.labels());
                }
            }
            step = uncertain.without(goes.passage().withHeld(held), alert -> held.contains(alert.labels()));
        }
        return AlertFilter.now(step);
    }
}
