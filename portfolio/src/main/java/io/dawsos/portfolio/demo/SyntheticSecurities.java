package io.dawsos.portfolio.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Securities whose prices follow a common market path, by a beta of their own, and a path of their own; both drawn from
 * the index's real daily returns. Prices are logarithmic sums, so they stay positive.
 */
final class SyntheticSecurities {

    private static final long MARKET_SEED = 2000;
    private static final long SECURITY_SEED = 7_000;

    private static final List<String> FIRST = List.of(
            "Alder",
            "Basalt",
            "Cedar",
            "Delta",
            "Ember",
            "Fjord",
            "Granite",
            "Harbour",
            "Island",
            "Juniper",
            "Kestrel",
            "Lumen",
            "Meadow",
            "Northgate",
            "Orchard",
            "Pinnacle",
            "Quarry",
            "Ridge",
            "Summit",
            "Tundra",
            "Umber");
    private static final List<String> SECOND = List.of(
            "Energy",
            "Foods",
            "Health",
            "Insurance",
            "Logistics",
            "Materials",
            "Media",
            "Networks",
            "Property",
            "Retail",
            "Software",
            "Water");

    private final ReturnResampler resampler;
    private final double[] market;

    SyntheticSecurities(ReturnResampler resampler, int days) {
        this.resampler = resampler;
        this.market = resampler.path(MARKET_SEED, days);
    }

    static List<DemoSecurity> list(int count, String origin) {
        List<DemoSecurity> securities = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            String name = FIRST.get(n % FIRST.size()) + " " + SECOND.get(n / FIRST.size()) + " (synthetic)";
            securities.add(new DemoSecurity("SYN%03d".formatted(n + 1), name, currency(n), true, origin));
        }
        return securities;
    }

    /** Three of five in dollars, one each in euros and pounds. */
    private static String currency(int n) {
        return switch (n % 5) {
            case 3 -> "EUR";
            case 4 -> "GBP";
            default -> "USD";
        };
    }

    /** The n-th security's price on each day, in cents of its currency. */
    BigDecimal[] prices(int n) {
        Random random = new Random(SECURITY_SEED + n);
        double beta = 0.5 + random.nextDouble();
        double ownVolatility = 0.4 + random.nextDouble();
        double logPrice = StrictMath.log(15 + 285 * random.nextDouble());
        double[] own = resampler.path(random.nextLong(), market.length);
        BigDecimal[] prices = new BigDecimal[market.length];
        for (int day = 0; day < market.length; day++) {
            logPrice += beta * market[day] + ownVolatility * own[day];
            prices[day] = BigDecimal.valueOf(Math.max(1, Math.round(100 * StrictMath.exp(logPrice))), 2);
        }
        return prices;
    }
}
