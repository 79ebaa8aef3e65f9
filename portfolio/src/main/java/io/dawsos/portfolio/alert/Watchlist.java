package io.dawsos.portfolio.alert;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which portfolios have alerts, and which alerts those are: a query for many at once, never one each. */
final class Watchlist {

    private static final String ALERTS = """
            SELECT a.alert_id, a.portfolio_id, a.name, a.condition, a.threshold, a.window_seconds, a.symbol,
                   a.cooldown_seconds, a.created_at, a.fired_at,
                   (SELECT array_agg(c.method ORDER BY c.position) FROM alert_channels c WHERE c.alert_id = a.alert_id),
                   (SELECT array_agg(c.target ORDER BY c.position) FROM alert_channels c WHERE c.alert_id = a.alert_id),
                   p.owner, p.name, p.base_currency, a.true_since
              FROM alerts a JOIN portfolios p USING (portfolio_id)
             WHERE a.deleted_at IS NULL AND a.portfolio_id = ANY (?::uuid[])
             ORDER BY a.alert_id
            """;

    private static final String PORTFOLIOS = """
            SELECT DISTINCT portfolio_id FROM alerts
             WHERE deleted_at IS NULL AND portfolio_id > ? ORDER BY portfolio_id LIMIT ?
            """;

    private static final String HOLDING = """
            SELECT DISTINCT a.portfolio_id FROM alerts a
             WHERE a.deleted_at IS NULL AND a.portfolio_id > ?
               AND EXISTS (SELECT FROM lots l JOIN securities s USING (security_no)
                            WHERE l.portfolio_id = a.portfolio_id AND l.remaining > 0 AND s.symbol = ANY (?::text[]))
             ORDER BY a.portfolio_id LIMIT ?
            """;

    private static final String SYMBOLS = """
            SELECT DISTINCT s.symbol FROM lots l JOIN securities s USING (security_no)
             WHERE l.remaining > 0
               AND l.portfolio_id IN (SELECT portfolio_id FROM alerts WHERE deleted_at IS NULL)
            """;

    private final JdbcClient database;

    Watchlist(JdbcClient database) {
        this.database = database;
    }

    /** Those with alerts, in the order of their ids. */
    List<UUID> portfolios(UUID after, int limit) {
        return database.sql(PORTFOLIOS).params(after, limit).query(UUID.class).list();
    }

    /** Those with alerts that hold one of the securities. */
    List<UUID> holding(Collection<String> symbols, UUID after, int limit) {
        return database.sql(HOLDING)
                .params(after, symbols.toArray(String[]::new), limit)
                .query(UUID.class)
                .list();
    }

    /** What portfolios with alerts hold: what is worth asking a quote of. */
    List<String> symbols() {
        return database.sql(SYMBOLS).query(String.class).list();
    }

    List<Watched> alerts(Collection<UUID> portfolios) {
        return database.sql(ALERTS)
                .param(portfolios.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> new Watched(
                        AlertRow.read(row),
                        row.getString(13),
                        row.getString(14),
                        row.getString(15),
                        AlertRow.instant(row.getObject(16, OffsetDateTime.class))))
                .list();
    }
}
