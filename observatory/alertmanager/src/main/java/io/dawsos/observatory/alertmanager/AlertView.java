package io.dawsos.observatory.alertmanager;

import io.dawsos.observatory.alertmanager.alerts.StoredAlert;
import java.util.List;

/**
 * An alert that fires, and what is made of it.
 *
 * @param silencedBy ids of silences
 * @param inhibitedBy fingerprints of alerts
 * @param mutedBy names of time intervals
 * @param receivers names, each once
 */
public record AlertView(
        StoredAlert alert,
        AlertState state,
        List<String> silencedBy,
        List<String> inhibitedBy,
        List<String> mutedBy,
        List<String> receivers) {}
