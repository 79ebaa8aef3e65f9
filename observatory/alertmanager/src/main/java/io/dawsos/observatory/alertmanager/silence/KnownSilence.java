package io.dawsos.observatory.alertmanager.silence;

/**
 * A silence and what has been seen of it.
 *
 * @param hasFired whether, while it was active, an alert fired that it matches; kept for those that end with their alerts
 */
record KnownSilence(Silence silence, boolean hasFired) {}
