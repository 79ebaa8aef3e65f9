package io.dawsos.portfolio.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The deliveries in the database. What is due is claimed with a lease: a process that dies leaves its claims to the
 * others, or to its successor, when the lease ends. Times are the callers', so replicas' clocks must agree to within a
 * lease.
 */
final class Outbox {

    private static final String CLAIM = """
            UPDATE alert_deliveries d SET claim = gen_random_uuid(), next_at = ?
              FROM (SELECT c.delivery_id
                      FROM (SELECT q.lane, coalesce(max(r.room), ?) AS room, min(q.next_at) AS oldest
                              FROM alert_deliveries q
                              LEFT JOIN unnest(?::text[], ?::int[]) AS r (lane, room) USING (lane)
                             WHERE q.state = 'pending' AND q.next_at <= ?
                             GROUP BY q.lane HAVING coalesce(max(r.room), ?) > 0
                             ORDER BY oldest LIMIT ?) due
                     CROSS JOIN LATERAL (SELECT delivery_id FROM alert_deliveries
                                          WHERE lane = due.lane AND state = 'pending' AND next_at <= ?
                                          ORDER BY next_at LIMIT due.room FOR UPDATE SKIP LOCKED) c
                     LIMIT ?) picked,
                   alert_events e, alerts a, portfolios p
             WHERE d.delivery_id = picked.delivery_id AND e.event_id = d.event_id
               AND a.alert_id = e.alert_id AND p.portfolio_id = a.portfolio_id
            RETURNING d.delivery_id, d.claim, d.method, d.target, d.lane, p.owner, d.attempts, e.true_at, e.message,
                      e.trace_parent
            """;

    private final JdbcClient database;

    Outbox(JdbcClient database) {
        this.database = database;
    }

    /** Within the transaction of the events. */
    void add(List<Firing.Event> events, Instant dueAt) {
        List<String> ids = new ArrayList<>();
        List<String> of = new ArrayList<>();
        List<Channel> channels = new ArrayList<>();
        for (Firing.Event event : events) {
            for (Channel channel : event.watched().alert().channels()) {
                ids.add(UUID.randomUUID().toString());
                of.add(event.id().toString());
                channels.add(channel);
            }
        }
        database.sql("""
                        INSERT INTO alert_deliveries (delivery_id, event_id, method, target, lane, state, next_at)
                        SELECT v.delivery_id, v.event_id, v.method, v.target, v.lane, 'pending', ?
                          FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[])
                               AS v (delivery_id, event_id, method, target, lane)
                        """)
                .params(
                        utc(dueAt),
                        ids.toArray(String[]::new),
                        of.toArray(String[]::new),
                        channels.stream().map(each -> each.method().text()).toArray(String[]::new),
                        channels.stream().map(Channel::target).toArray(String[]::new),
                        channels.stream().map(Channel::lane).toArray(String[]::new))
                .update();
    }

    /**
     * Takes what is due, the lane first that has waited longest.
     *
     * @param most over all lanes
     * @param room how many of a lane, for lanes where that is not the usual number
     */
    List<Claimed> claim(Instant now, Instant leaseEnd, int most, int usualRoom, Map<String, Integer> room) {
        String[] lanes = room.keySet().toArray(String[]::new);
        Integer[] rooms = new Integer[lanes.length];
        for (int i = 0; i < lanes.length; i++) {
            rooms[i] = room.get(lanes[i]);
        }
        return database.sql(CLAIM)
                .params(utc(leaseEnd), usualRoom, lanes, rooms, utc(now), usualRoom, most, utc(now), most)
                .query(Outbox::read)
                .list();
    }

    /** Also when the lease was lost: the receiver has it. */
    void delivered(Claimed delivery, Instant at) {
        database.sql("UPDATE alert_deliveries SET state = 'delivered', delivered_at = ?, attempts = attempts + 1,"
                        + " claim = NULL WHERE delivery_id = ? AND state = 'pending'")
                .params(utc(at), delivery.id())
                .update();
    }

    /** @param next when to try again */
    void failed(Claimed delivery, DeliveryFailure failure, Instant at, Instant next) {
        fail(delivery, failure, at, "pending", next);
    }

    /** Given up: a dead letter. */
    void died(Claimed delivery, DeliveryFailure failure, Instant at) {
        fail(delivery, failure, at, "dead", at);
    }

    private void fail(Claimed delivery, DeliveryFailure failure, Instant at, String state, Instant next) {
        database.sql("UPDATE alert_deliveries SET state = ?, next_at = ?, attempts = attempts + 1, claim = NULL,"
                        + " error = ?, error_detail = ?, error_at = ?"
                        + " WHERE delivery_id = ? AND claim = ? AND state = 'pending'")
                .params(
                        state,
                        utc(next),
                        failure.error().text(),
                        failure.reason(),
                        utc(at),
                        delivery.id(),
                        delivery.claim())
                .update();
    }

    /** Deliveries of a method in a state. */
    record Count(String method, String state, long rows, double oldestSeconds) {}

    /** @return pending and dead ones, with how long ago the oldest one's condition was true */
    List<Count> counts(Instant now) {
        return database.sql("""
                        SELECT d.method, d.state, count(*), extract(epoch FROM ? - min(e.true_at))
                          FROM alert_deliveries d JOIN alert_events e USING (event_id)
                         WHERE d.state = 'pending' OR d.state = 'dead'
                         GROUP BY d.method, d.state
                        """)
                .param(utc(now))
                .query((row, _) -> new Count(row.getString(1), row.getString(2), row.getLong(3), row.getDouble(4)))
                .list();
    }

    private static Claimed read(ResultSet row, int number) throws SQLException {
        return new Claimed(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Channel(Method.named(row.getString(3)), row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                row.getString(10));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
