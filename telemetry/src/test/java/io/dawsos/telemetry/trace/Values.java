package io.dawsos.telemetry.trace;

import io.dawsos.telemetry.metrics.Metrics;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;

/** What a counter stands at. */
public final class Values {

    private Values() {}

    /** @param name without {@code _total} */
    public static double of(Metrics metrics, String name, String... labels) {
        Labels wanted = Labels.of(labels);
        return metrics.registry().scrape(name::equals).stream()
                .map(CounterSnapshot.class::cast)
                .flatMap(snapshot -> snapshot.getDataPoints().stream())
                .filter(point -> point.getLabels().equals(wanted))
                .mapToDouble(CounterSnapshot.CounterDataPointSnapshot::getValue)
                .findFirst()
                .orElseThrow();
    }
}
