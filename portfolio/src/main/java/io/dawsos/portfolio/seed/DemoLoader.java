package io.dawsos.portfolio.seed;

import io.dawsos.portfolio.demo.DemoMarket;
import io.dawsos.portfolio.demo.DemoPortfolio;
import io.dawsos.portfolio.demo.DemoPortfolios;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the demo into an empty database, all of it or nothing, in one transaction. Of several services that start at
 * once one loads and the others wait for it.
 */
public final class DemoLoader {

    private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);

    private static final Map<String, String> NUMBERED =
            Map.of("securities", "security_no", "pricing_packs", "pack_no", "trades", "trade_id", "lots", "lot_no");

    /** Far from firing by itself: it is there so that quotes are asked for. */
    private static final String ALERT = """
            WITH alert AS (
                INSERT INTO alerts (alert_id, portfolio_id, name, condition, threshold, cooldown_seconds, created_by, created_at)
                SELECT gen_random_uuid(), portfolio_id, 'Demo: down a quarter since the pack', 'falls_since_pack', 25, 3600,
                       owner, now()
                  FROM portfolios ORDER BY portfolio_id LIMIT 1
                RETURNING alert_id)
            INSERT INTO alert_channels (alert_id, position, method, target) SELECT alert_id, 0, 'in_app', '' FROM alert
            """;

    private final DataSource database;

    public DemoLoader(DataSource database) {
        this.database = database;
    }

    /**
     * @param lastDay of the market's two years
     * @return whether the database was empty
     */
    public boolean loadIfEmpty(LocalDate lastDay) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean empty = lockAndLook(connection);
                if (empty) {
                    load(connection, lastDay);
                }
                connection.commit();
                return empty;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static boolean lockAndLook(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = '120s'");
            statement.execute("SET LOCAL lock_timeout = '120s'");
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('dawsos demo'))");
            try (ResultSet row = statement.executeQuery("SELECT NOT EXISTS (SELECT FROM securities)"
                    + " AND NOT EXISTS (SELECT FROM portfolios) AND NOT EXISTS (SELECT FROM pricing_packs)")) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void load(Connection connection, LocalDate lastDay) throws SQLException {
        long began = System.nanoTime();
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        DemoMarket market = DemoMarket.load(lastDay);
        DemoMarketCopy marketCopy = new DemoMarketCopy(copies, market);
        log.atInfo().addKeyValue("securities", marketCopy.securities()).log("demo securities loaded");
        log.atInfo()
                .addKeyValue("packs", marketCopy.packs())
                .addKeyValue("prices", marketCopy.prices())
                .log("demo pricing packs loaded");
        List<DemoPortfolio> portfolios = DemoPortfolios.of(market);
        log.atInfo()
                .addKeyValue("portfolios", portfolios.size())
                .addKeyValue("trades", new DemoTradesCopy(copies, market).write(portfolios))
                .log("demo portfolios loaded");
        watchFirst(connection);
        restartNumbers(connection);
        log.atInfo().addKeyValue("seconds", (System.nanoTime() - began) / 1e9).log("demo loaded");
    }

    private static void watchFirst(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ALERT);
        }
    }

    /** The rows came with their numbers: the next ones follow after. */
    private static void restartNumbers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> numbered : NUMBERED.entrySet()) {
                statement.execute("SELECT setval(pg_get_serial_sequence('%1$s', '%2$s'), (SELECT max(%2$s) FROM %1$s))"
                        .formatted(numbered.getKey(), numbered.getValue()));
            }
            statement.execute("ANALYZE");
        }
    }
}
