package io.dawsos.observatory.alertmanager.inhibit;

import io.dawsos.observatory.alertmanager.alerts.AlertStore;
import io.dawsos.observatory.alertmanager.alerts.StoredAlert;
import io.dawsos.observatory.model.Labels;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which alerts are quiet because others fire. For many threads. */
public final class Inhibitor {
    private final List<SourceIndex> rules;
    private final Instant settledAt;

    /**
     * @param alerts where the alerts are known; those that are there already count at once
     * @param settledAt from when on the sources can be taken to be known; before, a target may only seem to have none
     */
    public Inhibitor(List<InhibitRule> rules, AlertStore alerts, Instant settledAt) {
        this.rules = rules.stream().map(rule -> new SourceIndex(rule, alerts)).toList();
        this.settledAt = settledAt;
        alerts.all().forEach(this::update);
    }

    /** To be told of each alert, after the store has it. */
    public void update(StoredAlert alert) {
        rules.forEach(rule -> rule.add(alert.labels()));
    }

    /** An alert that keeps this one quiet, by the first rule that has one; null when none does. */
    public @Nullable StoredAlert inhibiting(Labels alert, Instant now) {
        for (SourceIndex rule : rules) {
            StoredAlert source = rule.inhibiting(alert, now);
            if (source != null) {
                return source;
            }
        }
        return null;
    }

    /** Whether it is too early to say that nothing keeps this alert quiet. */
    public boolean isUncertain(Labels alert, Instant now) {
        return now.isBefore(settledAt)
                && rules.stream().anyMatch(index -> index.rule().isTarget(alert));
    }

    /** Frees what is held for alerts that no longer fire. */
    public void collect(Instant now) {
        rules.forEach(rule -> rule.collect(now));
    }
}
