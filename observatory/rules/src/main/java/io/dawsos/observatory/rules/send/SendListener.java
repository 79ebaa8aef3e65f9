package io.dawsos.observatory.rules.send;

import java.net.URI;
import java.time.Duration;

/** Hears what becomes of alerts, so that a server can count it. Is called by many threads. */
public interface SendListener {
    /** Counts nothing. */
    SendListener NONE = new SendListener() {};

    /** A request with so many alerts has ended, well or not. */
    default void sent(URI alertmanager, int alerts, Duration took) {}

    /** An Alertmanager has not taken alerts, which were counted as sent too. */
    default void failed(URI alertmanager, int alerts, String reason) {}

    /** Alerts were left out because too many waited. */
    default void dropped(URI alertmanager, int alerts) {}
}
