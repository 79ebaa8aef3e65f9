package io.dawsos.observatory.alertmanager;

import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.alertmanager.inhibit.InhibitRule;
import io.dawsos.observatory.alertmanager.route.Route;
import io.dawsos.observatory.alertmanager.stage.NotifierFactory;
import io.dawsos.observatory.alertmanager.time.TimeIntervals;
import java.time.Duration;
import java.util.List;

/**
 * What of a configuration alerts pass through.
 *
 * @param resolveTimeout after which an alert without an end has ended, unless it is heard of again
 * @param notifiers asked once for each receiver that a route names
 */
public record AlertmanagerSetup(
        Route root,
        List<InhibitRule> inhibitRules,
        TimeIntervals intervals,
        Duration resolveTimeout,
        NotifierFactory notifiers) {
    public AlertmanagerSetup {
        inhibitRules = List.copyOf(inhibitRules);
    }

    public static AlertmanagerSetup of(AlertmanagerConfig config, NotifierFactory notifiers) {
        return new AlertmanagerSetup(
                Route.of(config.route()),
                config.inhibitRules().stream()
                        .map(rule -> new InhibitRule(rule.sourceMatchers(), rule.targetMatchers(), rule.equal()))
                        .toList(),
                config.intervals(),
                config.global().resolveTimeout(),
                notifiers);
    }
}
