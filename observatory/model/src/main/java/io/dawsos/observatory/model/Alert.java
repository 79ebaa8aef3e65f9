package io.dawsos.observatory.model;

import java.time.Instant;

/**
 * An alert as it travels from whoever evaluates rules to whoever tells people.
 *
 * @param labels its identity, {@code alertname} among them
 * @param annotations what is said of it; no identity
 * @param startsAt when it began to fire
 * @param endsAt when it ended, or until when it is believed to fire unless it is heard of again
 * @param generatorUrl where what raised it can be looked at; empty when there is no such place
 */
public record Alert(Labels labels, Labels annotations, Instant startsAt, Instant endsAt, String generatorUrl) {
    /** The label that names the rule. */
    public static final String NAME = "alertname";

    public String name() {
        return labels.get(NAME);
    }

    /** Whether it has ended at a time. */
    public boolean resolvedAt(Instant now) {
        return !endsAt.isAfter(now);
    }
}
