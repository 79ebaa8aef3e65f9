package io.dawsos.portfolio.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes what nobody needs any more: deliveries that ended, with the notifications that they told, and events without
 * any delivery. Never what waits to be delivered, and never an event that tells an alert's condition, which is still
 * true, from news.
 */
final class Leftovers {

    /** At once: few enough that nobody waits for the locks. */
    private static final int BATCH = 1_000;

    private static final String DELIVERIES = """
            WITH ended AS (SELECT delivery_id FROM alert_deliveries
                            WHERE CASE state WHEN 'delivered' THEN delivered_at
                                             WHEN 'dead' THEN error_at
                                             WHEN 'cancelled' THEN next_at END < ?
                            LIMIT ? FOR UPDATE SKIP LOCKED),
                 told AS (DELETE FROM notifications WHERE notification_id IN (SELECT delivery_id FROM ended))
            DELETE FROM alert_deliveries WHERE delivery_id IN (SELECT delivery_id FROM ended)
            """;
    private static final String EVENTS = """
            DELETE FROM alert_events WHERE event_id IN
                (SELECT e.event_id FROM alert_events e JOIN alerts a USING (alert_id)
                  WHERE e.true_at < ?
                    AND NOT EXISTS (SELECT 1 FROM alert_deliveries d WHERE d.event_id = e.event_id)
                    AND (a.deleted_at IS NOT NULL
                         OR (EXISTS (SELECT 1 FROM alert_events n WHERE n.alert_id = e.alert_id AND n.true_at > e.true_at)
                             AND (a.true_since IS NULL OR a.true_since > e.true_at)))
                  LIMIT ? FOR UPDATE OF e SKIP LOCKED)
            """;

    private final JdbcClient database;

    Leftovers(JdbcClient database) {
        this.database = database;
    }

    /** What was deleted. */
    record Deleted(int deliveries, int events) {}

    /** @param before what ended earlier than this */
    Deleted delete(Instant before) {
        return new Deleted(all(DELIVERIES, before), all(EVENTS, before));
    }

    private int all(String sql, Instant before) {
        int deleted = 0;
        int batch;
        do {
            batch = database.sql(sql)
                    .params(before.atOffset(ZoneOffset.UTC), BATCH)
                    .update();
            deleted += batch;
        } while (batch == BATCH);
        return deleted;
    }
}
