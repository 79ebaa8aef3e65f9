/**
 * The way of alerts to whoever tells people: {@link io.dawsos.observatory.rules.send.AlertSender} sends them to the
 * Alertmanagers of the {@code alerting} section, {@link io.dawsos.observatory.rules.send.AlertReceiver} takes them.
 */
@NullMarked
package io.dawsos.observatory.rules.send;

import org.jspecify.annotations.NullMarked;
