package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.observatory.alertmanager.silence.Silences;
import java.util.concurrent.CompletableFuture;

/** Leaves out silenced alerts. */
public final class SilenceStage implements Stage {
    private final Silences silences;
    private final AlertFilter silenced;

    public SilenceStage(Silences silences, AlertmanagerMetrics metrics) {
        this.silences = silences;
        this.silenced = new AlertFilter(StopReason.SILENCE, metrics);
    }

    @Override
    public CompletableFuture<Step> pass(Passage passage) {
        return AlertFilter.now(silenced.without(passage, alert -> !silences.silencing(
                        alert.labels(), passage.flush().now())
                .isEmpty()));
    }
}
