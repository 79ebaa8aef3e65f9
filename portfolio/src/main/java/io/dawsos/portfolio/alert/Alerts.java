package io.dawsos.portfolio.alert;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.ledger.Portfolios;
import io.dawsos.portfolio.security.Caller;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The alerts in the database. Whoever sees a portfolio sees its alerts. */
public final class Alerts {

    public static final int MOST_PER_PORTFOLIO = 50;

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String SELECT = """
            SELECT a.alert_id, a.portfolio_id, a.name, a.condition, a.threshold, a.window_seconds, a.symbol,
                   a.cooldown_seconds, a.created_at, a.fired_at,
                   (SELECT array_agg(c.method ORDER BY c.position) FROM alert_channels c WHERE c.alert_id = a.alert_id),
                   (SELECT array_agg(c.target ORDER BY c.position) FROM alert_channels c WHERE c.alert_id = a.alert_id)
              FROM alerts a JOIN portfolios p USING (portfolio_id)
             WHERE a.deleted_at IS NULL""";

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Portfolios portfolios;
    private final Clock clock;

    public Alerts(JdbcClient database, TransactionOperations transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.portfolios = new Portfolios(database);
        this.clock = clock;
    }

    /** @throws Refused when there is no such portfolio, or it has as many alerts as it may have */
    public Alert create(
            Caller caller,
            UUID portfolio,
            String name,
            Condition condition,
            List<Channel> channels,
            Duration cooldown) {
        portfolios.get(caller, portfolio);
        UUID id = UUID.randomUUID();
        transactions.executeWithoutResult(_ -> {
            refuseTooMany(portfolio);
            insert(caller, id, portfolio, name, ConditionForm.of(condition), cooldown);
            insert(id, channels);
        });
        return get(caller, id);
    }

    /** @throws Refused when there is none, or none that the caller may see: the answer is the same */
    public Alert get(Caller caller, UUID id) {
        return database.sql(SELECT + " AND a.alert_id = ? AND (? OR p.owner = ?)")
                .params(id, caller.seesAll(), caller.userId())
                .query((row, _) -> AlertRow.read(row))
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    /** In the order of their ids, from the first one after the given. */
    public List<Alert> page(Caller caller, @Nullable UUID portfolio, Optional<UUID> after, int limit) {
        return database.sql(SELECT
                        + " AND a.alert_id > ? AND (? OR p.owner = ?) AND (?::uuid IS NULL OR a.portfolio_id = ?)"
                        + " ORDER BY a.alert_id LIMIT ?")
                .param(after.orElse(BEFORE_ALL))
                .param(caller.seesAll())
                .param(caller.userId())
                .param(4, portfolio, Types.OTHER)
                .param(5, portfolio, Types.OTHER)
                .param(limit)
                .query((row, _) -> AlertRow.read(row))
                .list();
    }

    /**
     * Nothing is told of it from now on, also what is in the outbox; what was told stays.
     *
     * @throws Refused as {@link #get}
     */
    public void delete(Caller caller, UUID id) {
        get(caller, id);
        transactions.executeWithoutResult(_ -> {
            database.sql("UPDATE alerts SET deleted_at = ? WHERE alert_id = ? AND deleted_at IS NULL")
                    .params(now(), id)
                    .update();
            database.sql("UPDATE alert_deliveries d SET state = 'cancelled', claim = NULL FROM alert_events e"
                            + " WHERE e.event_id = d.event_id AND e.alert_id = ? AND d.state IN ('pending', 'dead')")
                    .param(id)
                    .update();
        });
    }

    private void refuseTooMany(UUID portfolio) {
        database.sql("SELECT FROM portfolios WHERE portfolio_id = ? FOR UPDATE")
                .param(portfolio)
                .query()
                .listOfRows();
        long there = database.sql("SELECT count(*) FROM alerts WHERE portfolio_id = ? AND deleted_at IS NULL")
                .param(portfolio)
                .query(Long.class)
                .single();
        if (there >= MOST_PER_PORTFOLIO) {
            throw Refused.invalid(
                    "too-many-alerts",
                    "a portfolio has %d alerts at most; delete one before".formatted(MOST_PER_PORTFOLIO));
        }
    }

    private void insert(
            Caller caller, UUID id, UUID portfolio, String name, ConditionForm condition, Duration cooldown) {
        database.sql("""
                        INSERT INTO alerts (alert_id, portfolio_id, name, condition, threshold, window_seconds, symbol,
                                            cooldown_seconds, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(portfolio)
                .param(name)
                .param(condition.type())
                .param(condition.threshold())
                .param(6, condition.window() == null ? null : seconds(condition.window()), Types.INTEGER)
                .param(7, condition.symbol(), Types.VARCHAR)
                .param(cooldown.toSeconds())
                .param(caller.userId())
                .param(now())
                .update();
    }

    private void insert(UUID alert, List<Channel> channels) {
        for (int position = 0; position < channels.size(); position++) {
            Channel channel = channels.get(position);
            database.sql("INSERT INTO alert_channels (alert_id, position, method, target) VALUES (?, ?, ?, ?)")
                    .params(alert, position, channel.method().text(), channel.target())
                    .update();
        }
    }

    private static int seconds(String window) {
        return Math.toIntExact(Duration.parse(window).toSeconds());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Refused unknown(UUID id) {
        return Refused.unknown("unknown-alert", "there is no alert %s".formatted(id));
    }
}
