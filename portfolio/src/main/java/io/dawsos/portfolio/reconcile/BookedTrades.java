package io.dawsos.portfolio.reconcile;

import io.dawsos.portfolio.ledger.TradeAction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The trades in the database. Those of one portfolio are numbered in the order in which they were booked, as each is
 * booked under its portfolio's lock; those of several portfolios are not.
 */
final class BookedTrades {

    private final JdbcClient database;

    BookedTrades(JdbcClient database) {
        this.database = database;
    }

    /** The number of each portfolio's last trade. */
    Map<UUID, Long> last() {
        Map<UUID, Long> last = new TreeMap<>();
        database.sql("SELECT portfolio_id, max(trade_id) FROM trades GROUP BY portfolio_id")
                .query(row -> {
                    last.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return last;
    }

    /** In the order of their numbers, from the first one after the one up to the other. */
    List<BookedTrade> between(UUID portfolio, long after, long upTo) {
        return database.sql("""
                        SELECT t.trade_id, t.action, t.trade_date, s.symbol, s.currency, t.quantity, t.price,
                               t.cash_effect, t.realised_gain
                          FROM trades t JOIN securities s USING (security_no)
                         WHERE t.portfolio_id = ? AND t.trade_id > ? AND t.trade_id <= ?
                         ORDER BY t.trade_id
                        """)
                .params(portfolio, after, upTo)
                .query((row, _) -> new BookedTrade(
                        row.getLong(1),
                        TradeAction.named(row.getString(2)).orElseThrow(),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7),
                        row.getBigDecimal(8),
                        row.getBigDecimal(9)))
                .list();
    }
}
