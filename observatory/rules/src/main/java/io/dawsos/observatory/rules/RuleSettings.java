package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.Labels;
import java.net.URI;
import java.time.Duration;

/**
 * How rules are evaluated.
 *
 * @param interval between two evaluations of a group that names none: {@code evaluation_interval}
 * @param queryOffset how far back the expressions of a group look that names none: {@code rule_query_offset}
 * @param resendDelay after which an alert that still fires is told of again
 * @param outageTolerance how long ago the state of alerts may have been written to be taken up again
 * @param gracePeriod how long an alert waits at least after a restart before it fires; rules with a shorter {@code for}
 *     begin anew
 * @param externalLabels for templates
 * @param externalUrl where this server is reached, for templates and links
 * @param concurrency how many rules of a group that do not depend on each other may be evaluated at once
 */
public record RuleSettings(
        Duration interval,
        Duration queryOffset,
        Duration resendDelay,
        Duration outageTolerance,
        Duration gracePeriod,
        Labels externalLabels,
        URI externalUrl,
        int concurrency) {
    /** As Prometheus sets out: a minute, no offset, a minute, an hour, ten minutes, one after the other. */
    public static final RuleSettings DEFAULT = new RuleSettings(
            Duration.ofMinutes(1),
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Labels.EMPTY,
            URI.create(""),
            1);

    public RuleSettings {
        if (!interval.isPositive() || concurrency < 1) {
            throw new IllegalArgumentException(
                    "interval and concurrency of rules are above zero, got " + interval + " and " + concurrency);
        }
    }

    public RuleSettings withInterval(Duration changed) {
        return new RuleSettings(
                changed,
                queryOffset,
                resendDelay,
                outageTolerance,
                gracePeriod,
                externalLabels,
                externalUrl,
                concurrency);
    }

    public RuleSettings withQueryOffset(Duration changed) {
        return new RuleSettings(
                interval, changed, resendDelay, outageTolerance, gracePeriod, externalLabels, externalUrl, concurrency);
    }

    /** With other labels and another address to tell in templates. */
    public RuleSettings withExternal(Labels labels, URI url) {
        return new RuleSettings(
                interval, queryOffset, resendDelay, outageTolerance, gracePeriod, labels, url, concurrency);
    }

    public RuleSettings withConcurrency(int changed) {
        return new RuleSettings(
                interval, queryOffset, resendDelay, outageTolerance, gracePeriod, externalLabels, externalUrl, changed);
    }
}
