package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out since when alerts were active before a restart, from the series that told of it, so that what was pending goes
 * on waiting instead of beginning anew. The time down does not count as waiting.
 */
final class StateRestoration {
    private static final Logger LOG = LoggerFactory.getLogger(StateRestoration.class);

    private final RuleContext context;
    private final Instant now;

    StateRestoration(RuleContext context, Instant now) {
        this.context = context;
        this.now = now;
    }

    void restore(AlertingEvaluator evaluator) {
        AlertingRule rule = evaluator.rule();
        // A rule that waits less than the grace period would wait longer with its state than without.
        if (rule.forDuration().compareTo(context.settings().gracePeriod()) >= 0) {
            try {
                Map<Labels, Instant> known = known(rule);
                evaluator.tracker().restore(known::get);
            } catch (RuntimeException e) {
                LOG.warn("The state of the alert {} cannot be read; it begins anew", rule.alert(), e);
            }
        }
        evaluator.setRestored();
    }

    private Map<Labels, Instant> known(AlertingRule rule) {
        Selection selection =
                AlertSeries.forState(rule.alert(), now.minus(context.settings().outageTolerance()), now);
        Map<Labels, Instant> known = new HashMap<>();
        try (Stream<Series> series = context.source().select(selection)) {
            series.forEach(one -> {
                Instant activeAt = activeAt(one, selection, rule.forDuration());
                if (activeAt != null) {
                    known.put(one.labels().withoutMetricName(), activeAt);
                }
            });
        }
        return known;
    }

    private @Nullable Instant activeAt(Series series, Selection selection, Duration hold) {
        Samples samples = new Samples();
        series.read(selection.from(), selection.to(), samples);
        int last = samples.size() - 1;
        if (last < 0 || samples.isStale(last) || Double.isNaN(samples.value(last))) {
            return null;
        }
        Instant wentDown = Instant.ofEpochMilli(samples.timestamp(last));
        Instant activeAt = Instant.ofEpochSecond((long) samples.value(last));
        return continued(activeAt, wentDown, hold);
    }

    private Instant continued(Instant activeAt, Instant wentDown, Duration hold) {
        Duration grace = context.settings().gracePeriod();
        Duration remaining = hold.minus(Duration.between(activeAt, wentDown));
        if (!remaining.isPositive()) {
            return activeAt;
        }
        if (remaining.compareTo(grace) < 0) {
            return now.plus(grace).minus(hold);
        }
        return activeAt.plus(Duration.between(wentDown, now));
    }
}
