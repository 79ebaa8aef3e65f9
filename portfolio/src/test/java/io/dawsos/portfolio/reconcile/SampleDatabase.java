package io.dawsos.portfolio.reconcile;

import com.zaxxer.hikari.HikariDataSource;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.database.DatabaseAddress;
import io.dawsos.portfolio.ledger.Order;
import io.dawsos.portfolio.ledger.TradeAction;
import io.dawsos.portfolio.ledger.TradeDesk;
import io.dawsos.portfolio.pricing.PackContent;
import io.dawsos.portfolio.pricing.PricingPack;
import io.dawsos.portfolio.security.Caller;
import io.dawsos.portfolio.security.Role;
import io.dawsos.telemetry.Telemetry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database of its own on the shared service's PostgreSQL, with the two portfolios of the sample ledger, whose trades
 * were booked as any others are.
 */
final class SampleDatabase implements AutoCloseable {

    static final UUID GROWTH = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID PENSION = UUID.fromString("22222222-2222-4222-8222-222222222222");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-28T22:00:00Z"), ZoneOffset.UTC);

    private static final Caller ADMIN = new Caller("admin", Set.of(Role.ADMIN));
    private static int made;

    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient sql;
    private final JdbcTransactionManager transactionManager;

    SampleDatabase() {
        DatabaseAddress server = Service.shared().database().address();
        String name = "reconcile_" + ++made;
        Service.shared().sql().sql("CREATE DATABASE " + name).update();
        pool.setJdbcUrl(server.url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"));
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(4);
        Flyway.configure().dataSource(pool).load().migrate();
        sql = JdbcClient.create(pool);
        transactionManager = new JdbcTransactionManager(pool);
    }

    JdbcClient sql() {
        return sql;
    }

    /** The sample ledger's portfolios, securities and trades. */
    SampleDatabase filled() {
        sql.sql("INSERT INTO securities (symbol, name, currency, synthetic, origin) VALUES"
                        + " ('AAPL', 'Apple', 'USD', false, 'test'), ('SAP', 'SAP', 'EUR', false, 'test')")
                .update();
        portfolio(GROWTH, "USD");
        portfolio(PENSION, "EUR");
        book(GROWTH, "2024-01-15", TradeAction.BUY, "AAPL", "10", "185.50");
        book(GROWTH, "2024-01-16", TradeAction.BUY, "SAP", "3", "141.30");
        book(PENSION, "2024-01-17", TradeAction.BUY, "SAP", "100", "140.10");
        book(GROWTH, "2024-02-09", TradeAction.DIVIDEND, "AAPL", "10", "0.24");
        book(GROWTH, "2024-02-15", TradeAction.BUY, "AAPL", "5", "184.25");
        book(GROWTH, "2024-03-15", TradeAction.SELL, "AAPL", "12", "172.275");
        book(PENSION, "2024-05-16", TradeAction.DIVIDEND, "SAP", "100", "2.20");
        return this;
    }

    void portfolio(UUID id, String currency) {
        sql.sql("INSERT INTO portfolios (portfolio_id, owner, name, base_currency) VALUES (?, 'owner', 'sample', ?)")
                .params(id, currency)
                .update();
    }

    void book(UUID portfolio, String date, TradeAction action, String symbol, String quantity, String price) {
        TradeDesk desk = new TradeDesk(sql, new TransactionTemplate(transactionManager), CLOCK, Telemetry.disabled());
        Order order = new Order(action, symbol, new BigDecimal(quantity), new BigDecimal(price), LocalDate.parse(date));
        var _ = desk.book(ADMIN, portfolio, order, null);
    }

    /** Of the day of the sample ledger's last price. */
    static PricingPack pack() {
        return pack("210.62");
    }

    static PricingPack pack(String applePrice) {
        return new PricingPack(
                "PP_2024-06-28",
                "0".repeat(64),
                new PackContent(
                        Map.of("AAPL", new BigDecimal(applePrice), "SAP", new BigDecimal("189.52")),
                        Map.of("USD", BigDecimal.ONE, "EUR", new BigDecimal("1.0713"))));
    }

    Reconciliations reports() {
        return new Reconciliations(sql, new TransactionTemplate(transactionManager));
    }

    Reconciler reconciler(LedgerFile file, Telemetry telemetry) {
        TransactionTemplate oneState = new TransactionTemplate(transactionManager);
        oneState.setReadOnly(true);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new Reconciler(file, new ServiceSideStore(sql, oneState), reports(), CLOCK, telemetry);
    }

    @Override
    public void close() {
        pool.close();
    }
}
