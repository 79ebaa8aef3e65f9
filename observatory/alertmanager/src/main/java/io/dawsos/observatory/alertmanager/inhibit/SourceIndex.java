package io.dawsos.observatory.alertmanager.inhibit;

import io.dawsos.observatory.alertmanager.alerts.AlertStore;
import io.dawsos.observatory.alertmanager.alerts.StoredAlert;
import io.dawsos.observatory.model.Labels;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sources of one rule by the values that a target must share. A look-up costs the same however many sources and targets
 * there are: sources that no longer fire are taken out when they are come across.
 */
final class SourceIndex {
    /** Sources of one key: those that are targets of the same rule do not keep each other quiet. */
    private record Sources(Set<Labels> plain, Set<Labels> alsoTargets) {}

    private final InhibitRule rule;
    private final AlertStore alerts;
    private final Map<List<String>, Sources> byKey = new HashMap<>();

    SourceIndex(InhibitRule rule, AlertStore alerts) {
        this.rule = rule;
        this.alerts = alerts;
    }

    InhibitRule rule() {
        return rule;
    }

    synchronized void add(Labels alert) {
        if (rule.isSource(alert)) {
            Sources sources = byKey.computeIfAbsent(
                    rule.key(alert), key -> new Sources(new LinkedHashSet<>(), new LinkedHashSet<>()));
            (rule.isTarget(alert) ? sources.alsoTargets : sources.plain).add(alert);
        }
    }

    /** A source that fires and keeps the alert quiet. */
    synchronized @Nullable StoredAlert inhibiting(Labels alert, Instant now) {
        if (!rule.isTarget(alert)) {
            return null;
        }
        List<String> key = rule.key(alert);
        Sources sources = byKey.get(key);
        if (sources == null) {
            return null;
        }
        StoredAlert source = firing(sources.plain, now);
        if (source == null && !rule.isSource(alert)) {
            source = firing(sources.alsoTargets, now);
        }
        if (sources.plain.isEmpty() && sources.alsoTargets.isEmpty()) {
            byKey.remove(key);
        }
        return source;
    }

    /** Whoever fires again is added again, after the store knows of it. */
    private @Nullable StoredAlert firing(Set<Labels> sources, Instant now) {
        for (Iterator<Labels> each = sources.iterator(); each.hasNext(); ) {
            StoredAlert source = alerts.get(each.next());
            if (source != null && !source.resolvedAt(now)) {
                return source;
            }
            each.remove();
        }
        return null;
    }

    /** Takes out the sources that no longer fire, which nobody may ever come across. */
    synchronized void collect(Instant now) {
        byKey.values().removeIf(sources -> {
            sources.plain.removeIf(source -> !fires(source, now));
            sources.alsoTargets.removeIf(source -> !fires(source, now));
            return sources.plain.isEmpty() && sources.alsoTargets.isEmpty();
        });
    }

    private boolean fires(Labels source, Instant now) {
        StoredAlert alert = alerts.get(source);
        return alert != null && !alert.resolvedAt(now);
    }
}
