package io.dawsos.portfolio.alert;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of deliveries, for those who see the portfolio; and dead letters sent again. */
public final class Deliveries {

    public static final List<String> STATES = List.of("pending", "delivered", "dead", "cancelled");

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String SELECT = """
            SELECT d.delivery_id, d.event_id, e.alert_id, d.method, d.lane, d.state, d.attempts, e.true_at, d.next_at,
                   d.delivered_at, d.error, d.error_detail, d.error_at
              FROM alert_deliveries d
              JOIN alert_events e USING (event_id)
              JOIN alerts a USING (alert_id)
              JOIN portfolios p USING (portfolio_id)
             WHERE (? OR p.owner = ?)""";

    private final JdbcClient database;
    private final Clock clock;
    private final Runnable wake;

    Deliveries(JdbcClient database, Clock clock, Runnable wake) {
        this.database = database;
        this.clock = clock;
        this.wake = wake;
    }

    /** In the order of their ids, from the first one after the given. */
    public List<DeliveryStatus> page(
            Caller caller, @Nullable UUID alert, @Nullable String state, Optional<UUID> after, int limit) {
        return database.sql(SELECT
                        + " AND d.delivery_id > ? AND (?::uuid IS NULL OR e.alert_id = ?)"
                        + " AND (?::text IS NULL OR d.state = ?) ORDER BY d.delivery_id LIMIT ?")
                .param(caller.seesAll())
                .param(caller.userId())
                .param(after.orElse(BEFORE_ALL))
                .param(4, alert, Types.OTHER)
                .param(5, alert, Types.OTHER)
                .param(6, state, Types.VARCHAR)
                .param(7, state, Types.VARCHAR)
                .param(limit)
                .query(Deliveries::read)
                .list();
    }

    /**
     * A dead letter is due again at once, with all its attempts before it and its idempotency key of before.
     *
     * @throws Refused when there is no such delivery that the caller may see, or it is not dead
     */
    public DeliveryStatus resend(Caller caller, UUID id) {
        DeliveryStatus before = get(caller, id);
        int sent = database.sql("UPDATE alert_deliveries SET state = 'pending', attempts = 0, next_at = ?, claim = NULL"
                        + " WHERE delivery_id = ? AND state = 'dead'")
                .params(clock.instant().atOffset(ZoneOffset.UTC), id)
                .update();
        if (sent == 0) {
            throw Refused.invalid(
                    "not-dead", "only a dead delivery is sent again; this one is %s".formatted(before.state()));
        }
        wake.run();
        return get(caller, id);
    }

    private DeliveryStatus get(Caller caller, UUID id) {
        return database.sql(SELECT + " AND d.delivery_id = ?")
                .params(caller.seesAll(), caller.userId(), id)
                .query(Deliveries::read)
                .optional()
                .orElseThrow(() -> Refused.unknown("unknown-delivery", "there is no delivery %s".formatted(id)));
    }

    private static DeliveryStatus read(ResultSet row, int number) throws SQLException {
        String state = row.getString(6);
        String error = row.getString(11);
        return new DeliveryStatus(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                state,
                row.getInt(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                state.equals("pending") ? AlertRow.instant(row.getObject(9, OffsetDateTime.class)) : null,
                AlertRow.instant(row.getObject(10, OffsetDateTime.class)),
                error == null
                        ? null
                        : new DeliveryStatus.LastError(
                                error,
                                row.getString(12),
                                row.getObject(13, OffsetDateTime.class).toInstant()));
    }
}
