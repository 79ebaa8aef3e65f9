package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.alertmanager.schedule.Scheduler;
import java.util.concurrent.CompletableFuture;

/**
 * Waits for its turn. In a cluster, Alertmanager waits here by its position among its peers; this one has none, and is
 * always at position 0. What it waits for are earlier notifications of the group to the same integration.
 */
final class WaitStage implements Stage {
    private final Integration integration;
    private final Turns turns;
    private final Scheduler scheduler;

    WaitStage(Integration integration, Turns turns, Scheduler scheduler) {
        this.integration = integration;
        this.turns = turns;
        this.scheduler = scheduler;
    }

    /** What passes has the turn, and has to give it back. */
    @Override
    public CompletableFuture<Step> pass(Passage passage) {
        return turns.take(passage.key(integration)).thenApply(mine -> {
            if (!mine) {
                return late(passage);
            }
            if (scheduler.instant().isBefore(passage.flush().deadline())) {
                return new Step.Goes(passage);
            }
            turns.release(passage.key(integration));
            return late(passage);
        });
    }

    private static Step late(Passage passage) {
        return new Step.Stops(passage, StopReason.EARLIER_UNDER_WAY, "");
    }
}
