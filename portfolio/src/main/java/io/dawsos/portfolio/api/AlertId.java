package io.dawsos.portfolio.api;

import io.dawsos.portfolio.Refused;
import java.util.UUID;

/** The id in a path of an alert, a delivery or a notification. What is no UUID names nothing, and is not quoted back. */
final class AlertId {

    private AlertId() {}

    /** @param what {@code alert} */
    static UUID parse(String id, String what) {
        try {
            if (id.length() == 36) {
                return UUID.fromString(id);
            }
        } catch (IllegalArgumentException e) {
            throw unknown(what);
        }
        throw unknown(what);
    }

    private static Refused unknown(String what) {
        return Refused.unknown("unknown-" + what, "there is no such %s: an id is a UUID".formatted(what));
    }
}
