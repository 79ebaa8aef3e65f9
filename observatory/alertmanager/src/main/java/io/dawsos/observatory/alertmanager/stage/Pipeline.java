package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.alertmanager.log.LogEntry;
import io.dawsos.observatory.alertmanager.log.LogKey;
import io.dawsos.observatory.alertmanager.log.NotificationLog;
import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.observatory.alertmanager.schedule.Scheduler;
import io.dawsos.observatory.alertmanager.silence.Silences;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The way of the notifications of one receiver: through the stages that mute, then to each of its integrations, which do
 * not wait for each other.
 */
public final class Pipeline {
    /** What the stages of all receivers share. */
    public record Shared(
            List<Stage> muting,
            NotificationLog log,
            Silences silences,
            Turns turns,
            Cutoff cutoff,
            Scheduler scheduler,
            AlertmanagerMetrics metrics) {}

    private final Shared shared;
    private final String receiver;
    private final List<Integration> integrations;

    public Pipeline(Shared shared, String receiver, List<Integration> integrations) {
        this.shared = shared;
        this.receiver = receiver;
        this.integrations = List.copyOf(integrations);
    }

    /** Completes when every integration has been told, or will not be. */
    public CompletableFuture<Outcome> run(Passage passage) {
        return through(shared.muting, passage).thenCompose(step -> switch (step) {
            case Step.Goes goes -> toAll(goes.passage());
            case Step.Stops stops -> CompletableFuture.completedFuture(Outcome.of(stops.passage(), List.of(stops)));
        });
    }

    /** Whether some integration has been told that an alert fires, or may be being told, and not yet that it has ended. */
    public boolean believesFiring(String groupKey, long fingerprint) {
        return integrations.stream().anyMatch(integration -> {
            LogKey key = integration.key(groupKey, receiver);
            LogEntry told = shared.log.find(key);
            return (told != null && told.firing().contains(fingerprint))
                    || shared.log.mayHaveBeenSent(key)
                    || shared.turns.isTaken(key);
        });
    }

    private CompletableFuture<Outcome> toAll(Passage passage) {
        List<CompletableFuture<Step>> all = integrations.stream()
                .map(integration -> toOne(passage, integration))
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                .thenApply(nothing -> Outcome.of(
                        passage, all.stream().map(CompletableFuture::join).toList()));
    }

    private CompletableFuture<Step> toOne(Passage passage, Integration integration) {
        Stage wait = new WaitStage(integration, shared.turns, shared.scheduler);
        List<Stage> rest = List.of(
                new DedupStage(integration, shared.log, shared.silences),
                new RetryStage(integration, shared.log, shared.scheduler, shared.cutoff, shared.metrics),
                new RecordStage(integration, shared.log, shared.metrics));
        return wait.pass(passage).thenCompose(step -> switch (step) {
            case Step.Goes goes ->
                through(rest, goes.passage())
                        .whenComplete((end, problem) -> shared.turns.release(passage.key(integration)));
            case Step.Stops stops -> CompletableFuture.completedFuture(stops);
        });
    }

    private static CompletableFuture<Step> through(List<Stage> stages, Passage passage) {
        CompletableFuture<Step> way = CompletableFuture.completedFuture(new Step.Goes(passage));
        for (Stage stage : stages) {
            way = way.thenCompose(step -> switch (step) {
                case Step.Goes goes -> stage.pass(goes.passage());
                case Step.Stops stops -> CompletableFuture.completedFuture(stops);
            });
        }
        return way;
    }
}
