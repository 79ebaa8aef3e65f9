package io.dawsos.portfolio.seed;

import io.dawsos.portfolio.demo.DemoMarket;
import io.dawsos.portfolio.demo.DemoSecurity;
import io.dawsos.portfolio.pricing.PackContent;
import io.dawsos.portfolio.pricing.PackRef;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.copy.CopyManager;

/** Writes the demo's securities and pricing packs; each is numbered by its place in the market, from 1. */
final class DemoMarketCopy {

    private final CopyManager copies;
    private final DemoMarket market;

    DemoMarketCopy(CopyManager copies, DemoMarket market) {
        this.copies = copies;
        this.market = market;
    }

    long securities() throws SQLException {
        try (CopyTarget rows =
                new CopyTarget(copies, "securities (security_no, symbol, name, currency, synthetic, origin)")) {
            int number = 0;
            for (DemoSecurity security : market.securities()) {
                rows.row(
                        ++number,
                        security.symbol(),
                        security.name(),
                        security.currency(),
                        security.synthetic(),
                        security.origin());
            }
            return rows.finish();
        }
    }

    long packs() throws SQLException {
        try (CopyTarget rows =
                new CopyTarget(copies, "pricing_packs (pack_no, pack_id, pack_date, status, content_hash)")) {
            for (int day = 0; day < market.days().size(); day++) {
                LocalDate date = market.days().get(day);
                rows.row(day + 1, PackRef.id(date), date, "fresh", content(day).hash());
            }
            return rows.finish();
        }
    }

    long prices() throws SQLException {
        rates();
        try (CopyTarget rows = new CopyTarget(copies, "prices (pack_no, security_no, price)")) {
            for (int day = 0; day < market.days().size(); day++) {
                for (int security = 0; security < market.securities().size(); security++) {
                    rows.row(day + 1, security + 1, market.price(security, day));
                }
            }
            return rows.finish();
        }
    }

    private void rates() throws SQLException {
        try (CopyTarget rows = new CopyTarget(copies, "fx_rates (pack_no, currency, usd)")) {
            for (int day = 0; day < market.days().size(); day++) {
                for (Map.Entry<String, BigDecimal> rate : market.rates(day).entrySet()) {
                    rows.row(day + 1, rate.getKey(), rate.getValue());
                }
            }
            rows.finish();
        }
    }

    private PackContent content(int day) {
        Map<String, BigDecimal> prices = HashMap.newHashMap(market.securities().size());
        for (int security = 0; security < market.securities().size(); security++) {
            prices.put(market.securities().get(security).symbol(), market.price(security, day));
        }
        return new PackContent(prices, market.rates(day));
    }
}
