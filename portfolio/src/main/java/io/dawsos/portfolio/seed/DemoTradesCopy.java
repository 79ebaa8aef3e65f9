package io.dawsos.portfolio.seed;

import io.dawsos.portfolio.demo.DemoMarket;
import io.dawsos.portfolio.demo.DemoPortfolio;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.copy.CopyManager;

/** Writes the demo's portfolios with their trades, lots and what sales took from these. */
final class DemoTradesCopy {

    private final CopyManager copies;
    private final Map<String, Integer> securities = new HashMap<>();

    DemoTradesCopy(CopyManager copies, DemoMarket market) {
        this.copies = copies;
        market.securities().forEach(security -> securities.put(security.symbol(), securities.size() + 1));
    }

    /** @return how many trades were written */
    long write(List<DemoPortfolio> portfolios) throws SQLException {
        DemoLedger ledger = new DemoLedger(portfolios);
        portfolios(portfolios);
        long trades = trades(ledger);
        lots(ledger);
        closures(ledger);
        return trades;
    }

    private void portfolios(List<DemoPortfolio> portfolios) throws SQLException {
        try (CopyTarget rows = new CopyTarget(copies, "portfolios (portfolio_id, owner, name, base_currency)")) {
            for (DemoPortfolio portfolio : portfolios) {
                rows.row(portfolio.id(), portfolio.owner(), portfolio.name(), portfolio.baseCurrency());
            }
            rows.finish();
        }
    }

    private long trades(DemoLedger ledger) throws SQLException {
        try (CopyTarget rows = new CopyTarget(
                copies,
                "trades (trade_id, portfolio_id, security_no, action, trade_date, quantity, price, cash_effect,"
                        + " realised_gain, booked_by)")) {
            for (DemoLedger.Booked booked : ledger.trades()) {
                rows.row(
                        booked.number(),
                        booked.portfolio().id(),
                        security(booked.order().symbol()),
                        booked.order().action().text(),
                        booked.order().date(),
                        booked.order().quantity(),
                        booked.order().price(),
                        booked.order().cashEffect(),
                        booked.gain(),
                        booked.portfolio().owner());
            }
            return rows.finish();
        }
    }

    private void lots(DemoLedger ledger) throws SQLException {
        try (CopyTarget rows = new CopyTarget(
                copies,
                "lots (lot_no, portfolio_id, security_no, trade_id, opened_on, quantity, remaining, unit_cost)")) {
            for (DemoLedger.Opened opened : ledger.lots()) {
                rows.row(
                        opened.lot().number(),
                        opened.by().portfolio().id(),
                        security(opened.by().order().symbol()),
                        opened.by().number(),
                        opened.lot().openedOn(),
                        opened.lot().quantity(),
                        opened.lot().remaining(),
                        opened.lot().unitCost());
            }
            rows.finish();
        }
    }

    private void closures(DemoLedger ledger) throws SQLException {
        try (CopyTarget rows =
                new CopyTarget(copies, "lot_closures (lot_no, trade_id, portfolio_id, closed_on, quantity)")) {
            for (DemoLedger.Closed closed : ledger.closures()) {
                rows.row(
                        closed.lot(),
                        closed.by().number(),
                        closed.by().portfolio().id(),
                        closed.by().order().date(),
                        closed.quantity());
            }
            rows.finish();
        }
    }

    private int security(String symbol) {
        return securities.getOrDefault(symbol, 0); // 0 is no security: the database refuses it
    }
}
