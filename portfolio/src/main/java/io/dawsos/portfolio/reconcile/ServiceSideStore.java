package io.dawsos.portfolio.reconcile;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.ledger.HeldLot;
import io.dawsos.portfolio.ledger.Lot;
import io.dawsos.portfolio.pricing.PricingPack;
import io.dawsos.portfolio.valuation.PackValuation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reads what this service holds at the end of a day, all of it as of one moment. */
final class ServiceSideStore {

    private static final int FETCH = 1_000;

    private static final String LOTS = """
            SELECT l.portfolio_id, l.lot_no, l.opened_on, l.quantity,
                   l.remaining + coalesce(later.quantity, 0) AS held, l.unit_cost, s.symbol, s.name, s.currency
              FROM lots l
              JOIN securities s USING (security_no)
              LEFT JOIN (SELECT lot_no, sum(quantity) AS quantity
                           FROM lot_closures
                          WHERE closed_on > ?
                          GROUP BY lot_no) later USING (lot_no)
             WHERE l.opened_on <= ? AND (l.remaining > 0 OR later.quantity > 0)
             ORDER BY l.portfolio_id, s.symbol, l.opened_on, l.lot_no
            """;

    /** Portfolios have no deposits: they begin with nothing, and all that moves cash is trades. */
    private static final String CASH = """
            SELECT t.portfolio_id, s.currency, sum(t.cash_effect)
              FROM trades t JOIN securities s USING (security_no)
             WHERE t.trade_date <= ?
             GROUP BY t.portfolio_id, s.currency
            """;

    private final JdbcClient database;
    private final TransactionOperations transactions;

    /** @param transactions read-only, each seeing one state of the database */
    ServiceSideStore(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    ServiceSide read(PricingPack pack, LocalDate day) {
        return transactions.execute(_ -> {
            database.sql("SET LOCAL statement_timeout = '300s'").update();
            return new Reading(pack).at(day);
        });
    }

    /** One reading; the lots of a portfolio come together and are valued before those of the next. */
    private final class Reading {

        private final PricingPack pack;
        private final Map<UUID, String> baseCurrencies = new HashMap<>();
        private final Map<UUID, ServicePortfolio> portfolios = new TreeMap<>();
        private final List<HeldLot> lots = new ArrayList<>();
        private @Nullable UUID current;

        Reading(PricingPack pack) {
            this.pack = pack;
        }

        ServiceSide at(LocalDate day) {
            database.sql("SELECT portfolio_id, base_currency FROM portfolios")
                    .withFetchSize(FETCH)
                    .query(row -> {
                        baseCurrencies.put(row.getObject(1, UUID.class), row.getString(2));
                    });
            database.sql(LOTS).params(day, day).withFetchSize(FETCH).query(this::lot);
            finishPortfolio();
            baseCurrencies.forEach((id, currency) -> portfolios.computeIfAbsent(
                    id, _ -> new ServicePortfolio(currency, new Holdings(), BigDecimal.ZERO, null)));
            database.sql(CASH).param(day).withFetchSize(FETCH).query(row -> {
                ServicePortfolio portfolio = portfolios.get(row.getObject(1, UUID.class));
                if (portfolio != null) {
                    portfolio.holdings().addCash(row.getString(2), row.getBigDecimal(3));
                }
            });
            return new ServiceSide(portfolios, currencies(), new BookedTrades(database).last());
        }

        private void lot(ResultSet row) throws SQLException {
            UUID portfolio = row.getObject(1, UUID.class);
            if (!portfolio.equals(current)) {
                finishPortfolio();
                current = portfolio;
            }
            Lot lot = new Lot(
                    row.getLong(2),
                    row.getObject(3, LocalDate.class),
                    row.getBigDecimal(4),
                    row.getBigDecimal(5),
                    row.getBigDecimal(6));
            lots.add(new HeldLot(lot, row.getString(7), row.getString(8), row.getString(9)));
        }

        private void finishPortfolio() {
            UUID portfolio = current;
            if (portfolio == null) {
                return;
            }
            Holdings holdings = new Holdings();
            for (HeldLot held : lots) {
                holdings.add(
                        held.symbol(),
                        new Held(held.lot().remaining(), held.lot().cost()));
            }
            portfolios.put(portfolio, valued(baseCurrencies.getOrDefault(portfolio, "USD"), holdings));
            lots.clear();
        }

        private ServicePortfolio valued(String currency, Holdings holdings) {
            try {
                return new ServicePortfolio(currency, holdings, PackValuation.totalValue(pack, currency, lots), null);
            } catch (Refused e) {
                return new ServicePortfolio(currency, holdings, null, e.reason());
            }
        }
    }

    private Map<String, String> currencies() {
        Map<String, String> currencies = new HashMap<>();
        database.sql("SELECT symbol, currency FROM securities")
                .withFetchSize(FETCH)
                .query(row -> {
                    currencies.put(row.getString(1), row.getString(2));
                });
        return currencies;
    }
}
