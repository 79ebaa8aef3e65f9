package io.dawsos.portfolio.ledger;

import io.dawsos.portfolio.Refused;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements of {@link TradeDesk}; every one runs in its transaction. */
final class TradeStore {

    private static final String TRADE = """
            SELECT t.trade_id, t.portfolio_id, t.action, s.symbol, s.currency, t.trade_date, t.quantity, t.price,
                   t.cash_effect, t.realised_gain, t.booked_by, t.booked_at, t.order_hash
              FROM trades t JOIN securities s USING (security_no)
            """;

    private final JdbcClient database;

    TradeStore(JdbcClient database) {
        this.database = database;
    }

    record Security(int number, String symbol) {}

    record Entry(
            UUID portfolio,
            int security,
            Order order,
            LocalDate date,
            String bookedBy,
            @Nullable String key) {}

    record Keyed(Trade trade, String orderHash) {

        Trade unlessOther(Order order) {
            if (!orderHash.equals(order.hash())) {
                throw Refused.invalid(
                        "idempotency-key-reused",
                        "this Idempotency-Key was used for trade %d, which is another order".formatted(trade.id()));
            }
            return trade;
        }
    }

    /** The owner, once no other trade of this portfolio is being booked. */
    Optional<String> lock(UUID portfolio) {
        return database.sql("SELECT owner FROM portfolios WHERE portfolio_id = ? FOR NO KEY UPDATE")
                .param(portfolio)
                .query(String.class)
                .optional();
    }

    Optional<Keyed> byKey(UUID portfolio, String key) {
        return database.sql(TRADE + " WHERE t.portfolio_id = ? AND t.idempotency_key = ?")
                .params(portfolio, key)
                .query((row, number) -> new Keyed(read(row), row.getString("order_hash")))
                .optional();
    }

    Trade trade(long id) {
        return database.sql(TRADE + " WHERE t.trade_id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .single();
    }

    Security security(String symbol) {
        return database.sql("SELECT security_no, symbol FROM securities WHERE symbol = ?")
                .param(symbol)
                .query((row, number) -> new Security(row.getInt(1), row.getString(2)))
                .optional()
                .orElseThrow(() -> Refused.invalid("unknown-security", "there is no security %s".formatted(symbol)));
    }

    @Nullable
    LocalDate lastTrade(UUID portfolio, int security) {
        return database.sql("SELECT max(trade_date) FROM trades WHERE portfolio_id = ? AND security_no = ?")
                .params(portfolio, security)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    List<Lot> openLots(UUID portfolio, int security) {
        return database.sql("""
                        SELECT lot_no, opened_on, quantity, remaining, unit_cost FROM lots
                         WHERE portfolio_id = ? AND security_no = ? AND remaining > 0
                         ORDER BY opened_on, lot_no
                        """)
                .params(portfolio, security)
                .query((row, number) -> new Lot(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5)))
                .list();
    }

    long insert(Entry entry, @Nullable BigDecimal realisedGain) {
        Order order = entry.order();
        return database.sql("""
                        INSERT INTO trades (portfolio_id, security_no, action, trade_date, quantity, price, cash_effect,
                                            booked_by, realised_gain, idempotency_key, order_hash)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING trade_id
                        """)
                .param(entry.portfolio())
                .param(entry.security())
                .param(order.action().text())
                .param(entry.date())
                .param(order.quantity())
                .param(order.price())
                .param(order.cashEffect())
                .param(entry.bookedBy())
                .param(9, realisedGain, Types.NUMERIC)
                .param(10, entry.key(), Types.VARCHAR)
                .param(11, entry.key() == null ? null : order.hash(), Types.VARCHAR)
                .query(Long.class)
                .single();
    }

    void openLot(Entry entry, long trade) {
        Order order = entry.order();
        database.sql("""
                        INSERT INTO lots (portfolio_id, security_no, trade_id, opened_on, quantity, remaining, unit_cost)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry.portfolio(),
                        entry.security(),
                        trade,
                        entry.date(),
                        order.quantity(),
                        order.quantity(),
                        order.price())
                .update();
    }

    void close(Entry entry, long trade, Sale sale) {
        for (Sale.Taken taken : sale.taken()) {
            database.sql("UPDATE lots SET remaining = ? WHERE lot_no = ?")
                    .params(taken.lot().remaining(), taken.lot().number())
                    .update();
            database.sql("INSERT INTO lot_closures (lot_no, trade_id, portfolio_id, closed_on, quantity)"
                            + " VALUES (?, ?, ?, ?, ?)")
                    .params(taken.lot().number(), trade, entry.portfolio(), entry.date(), taken.quantity())
                    .update();
        }
    }

    private static Trade read(ResultSet row) throws SQLException {
        return new Trade(
                row.getLong("trade_id"),
                row.getObject("portfolio_id", UUID.class),
                TradeAction.named(row.getString("action")).orElseThrow(),
                row.getString("symbol"),
                row.getString("currency"),
                row.getObject("trade_date", LocalDate.class),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("price"),
                row.getBigDecimal("cash_effect"),
                row.getBigDecimal("realised_gain"),
                row.getString("booked_by"),
                row.getObject("booked_at", OffsetDateTime.class).toInstant());
    }
}
