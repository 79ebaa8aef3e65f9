package io.dawsos.observatory.alertmanager;

import io.dawsos.observatory.alertmanager.dispatch.Dispatcher;
import io.dawsos.observatory.alertmanager.inhibit.Inhibitor;
import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.observatory.alertmanager.schedule.Scheduler;
import io.dawsos.observatory.alertmanager.stage.Cutoff;
import io.dawsos.observatory.alertmanager.stage.InhibitStage;
import io.dawsos.observatory.alertmanager.stage.Pipeline;
import io.dawsos.observatory.alertmanager.stage.SilenceStage;
import io.dawsos.observatory.alertmanager.stage.TimeStage;
import io.dawsos.observatory.alertmanager.stage.Turns;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts together what belongs to one configuration from what outlives it.
 *
 * @param settledAt from when on the alerts that keep others quiet can be taken to be known
 */
record Assembly(
        State state,
        AlertmanagerSettings settings,
        Scheduler scheduler,
        AlertmanagerMetrics metrics,
        Turns turns,
        Instant settledAt) {
    /** Nothing runs yet: its dispatcher is to be started. */
    Running of(AlertmanagerSetup setup) {
        Inhibitor inhibitor = new Inhibitor(setup.inhibitRules(), state.alerts(), settledAt);
        Cutoff cutoff = new Cutoff();
        Pipeline.Shared shared = new Pipeline.Shared(
                List.of(
                        new InhibitStage(inhibitor, metrics),
                        new SilenceStage(state.silences(), metrics),
                        new TimeStage(setup.intervals(), metrics)),
                state.log(),
                state.silences(),
                turns,
                cutoff,
                scheduler,
                metrics);
        Map<String, Pipeline> pipelines = new HashMap<>();
        setup.root()
                .walk(route -> pipelines.computeIfAbsent(
                        route.receiver(),
                        name -> new Pipeline(shared, name, setup.notifiers().integrations(name))));
        Pipeline nobody = new Pipeline(shared, "", List.of());
        Dispatcher dispatcher = new Dispatcher(
                setup.root(),
                route -> pipelines.getOrDefault(route.receiver(), nobody),
                state.alerts(),
                scheduler,
                metrics,
                settings.groups(),
                settledAt);
        return new Running(setup, inhibitor, dispatcher, cutoff);
    }
}
