package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.SeriesSink;
import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.rules.send.AlertReceiver;
import java.time.InstantSource;

/**
 * What rules are evaluated with.
 *
 * @param source what expressions read
 * @param sink where results are written
 * @param alerts who is told of alerts
 * @param listener who counts
 * @param clock for how long evaluations take; when they take place the caller says
 */
public record RuleContext(
        Engine engine,
        SeriesSource source,
        SeriesSink sink,
        AlertReceiver alerts,
        RuleListener listener,
        InstantSource clock,
        RuleSettings settings) {
    /** Tells nobody of alerts, and has Prometheus's settings. */
    public static RuleContext of(Engine engine, SeriesSource source, SeriesSink sink, InstantSource clock) {
        return new RuleContext(
                engine, source, sink, AlertReceiver.NOBODY, RuleListener.NONE, clock, RuleSettings.DEFAULT);
    }

    public RuleContext withAlerts(AlertReceiver receiver) {
        return new RuleContext(engine, source, sink, receiver, listener, clock, settings);
    }

    public RuleContext withListener(RuleListener counting) {
        return new RuleContext(engine, source, sink, alerts, counting, clock, settings);
    }

    public RuleContext withSettings(RuleSettings changed) {
        return new RuleContext(engine, source, sink, alerts, listener, clock, changed);
    }
}
