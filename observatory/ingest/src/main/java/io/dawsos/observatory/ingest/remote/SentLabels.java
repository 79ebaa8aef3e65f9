package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.config.relabel.RelabelRule;
import io.dawsos.observatory.config.relabel.Relabelling;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What series are called at the receiver: external labels, then relabelling. Remembers. Safe for use by many threads. */
final class SentLabels {
    private static final int REMEMBERED = 100_000;

    private final Labels external;
    private final List<RelabelRule> rules;
    private final ConcurrentHashMap<Labels, Optional<Labels>> known = new ConcurrentHashMap<>();

    SentLabels(Labels external, List<RelabelRule> rules) {
        this.external = external;
        this.rules = rules;
    }

    /** Null when the series is not sent. */
    @Nullable
    Labels of(Labels series) {
        if (external.isEmpty() && rules.isEmpty()) {
            return series;
        }
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(series, this::make).orElse(null);
    }

    private Optional<Labels> make(Labels series) {
        LabelsBuilder labels = series.toBuilder();
        external.forEach((name, value) -> {
            if (!labels.has(name)) {
                labels.set(name, value);
            }
        });
        Labels sent = Relabelling.apply(rules, labels.build());
        return Optional.ofNullable(sent).filter(kept -> !kept.isEmpty());
    }
}
