package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.alertmanager.route.Route;
import io.dawsos.observatory.model.Labels;
import java.time.Instant;

/**
 * A group speaks.
 *
 * @param groupKey what the notification log knows the group by
 * @param now when
 * @param deadline when the last try is over: the group speaks again then
 */
public record Flush(Route route, Labels groupLabels, String groupKey, Instant now, Instant deadline) {}
