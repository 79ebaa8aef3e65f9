package io.dawsos.observatory.alertmanager;

import io.dawsos.observatory.alertmanager.alerts.AlertLimits;
import io.dawsos.observatory.alertmanager.silence.SilenceLimits;
import java.time.Duration;

/**
 * What is not in Alertmanager's configuration file.
 *
 * @param alerts what alerts may be
 * @param silences what silences may be
 * @param retention how long is known what was told, at most
 * @param logEntries how many groups and integrations that is known of
 * @param groups how many groups there are at once
 * @param settle how long after a restart it may take until the alerts that keep others quiet are heard of again: until then,
 *     alerts that could be kept quiet, and seem not to be, wait
 * @param compactBytes how long the journal gets before it is compacted
 * @param durable whether what is acknowledged is forced to the disk; without, it survives the end of the process, but not of
 *     the machine. For simulations, where a day is a matter of moments
 */
public record AlertmanagerSettings(
        AlertLimits alerts,
        SilenceLimits silences,
        Duration retention,
        int logEntries,
        int groups,
        Duration settle,
        long compactBytes,
        boolean durable) {
    /** Prometheus sends an alert again after a minute; a quarter is for what it evaluates meanwhile. */
    private static final Duration SETTLE = Duration.ofSeconds(75);

    public static final AlertmanagerSettings DEFAULT = new AlertmanagerSettings(
            AlertLimits.DEFAULT, SilenceLimits.DEFAULT, Duration.ofDays(5), 500_000, 100_000, SETTLE, 4 << 20, true);

    public AlertmanagerSettings withSettle(Duration longest) {
        return new AlertmanagerSettings(
                alerts, silences, retention, logEntries, groups, longest, compactBytes, durable);
    }

    public AlertmanagerSettings withCompactBytes(long bytes) {
        return new AlertmanagerSettings(alerts, silences, retention, logEntries, groups, settle, bytes, durable);
    }

    public AlertmanagerSettings withDurable(boolean forced) {
        return new AlertmanagerSettings(alerts, silences, retention, logEntries, groups, settle, compactBytes, forced);
    }
}
