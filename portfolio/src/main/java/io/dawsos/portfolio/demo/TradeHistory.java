package io.dawsos.portfolio.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Draws how positions came to be: bought in the first year, added to, sold in part but never wholly, with a dividend
 * every quarter of a year or none.
 */
final class TradeHistory {

    private static final int QUARTER = 65;

    private final DemoMarket market;
    private final Random random;
    private final List<DemoTrade> trades = new ArrayList<>();

    TradeHistory(DemoMarket market, Random random) {
        this.market = market;
        this.random = random;
    }

    /** The trades in order of their dates; those of one day and security in the order in which they were possible. */
    List<DemoTrade> of(List<Integer> securities) {
        securities.forEach(this::trade);
        trades.sort(Comparator.comparing(DemoTrade::date));
        return trades;
    }

    private void trade(int security) {
        int days = market.days().size();
        int day = random.nextInt(days / 2);
        long held = 10L * (1 + random.nextInt(30));
        add("buy", security, day, held, market.price(security, day));
        boolean pays = random.nextInt(3) == 0;
        int nextDividend = day + QUARTER;
        while ((day += 40 + random.nextInt(240)) < days) {
            for (; pays && nextDividend < day; nextDividend += QUARTER) {
                payDividend(security, nextDividend, held);
            }
            held += change(security, day, held);
        }
        for (; pays && nextDividend < days; nextDividend += QUARTER) {
            payDividend(security, nextDividend, held);
        }
    }

    /** A purchase, or the sale of less than is held; answers by how much the holding changed. */
    private long change(int security, int day, long held) {
        boolean sells = held > 1 && random.nextInt(5) < 2;
        long units = 1L + random.nextInt(sells ? (int) held - 1 : 100);
        add(sells ? "sell" : "buy", security, day, units, market.price(security, day));
        return sells ? -units : units;
    }

    /** Half a per cent of the price a quarter, a cent at the least. */
    private void payDividend(int security, int day, long held) {
        BigDecimal amount = market.price(security, day)
                .multiply(new BigDecimal("0.005"))
                .setScale(2, RoundingMode.HALF_EVEN)
                .max(new BigDecimal("0.01"));
        add("dividend", security, day, held, amount);
    }

    private void add(String action, int security, int day, long units, BigDecimal price) {
        String symbol = market.securities().get(security).symbol();
        trades.add(new DemoTrade(market.days().get(day), action, symbol, BigDecimal.valueOf(units), price));
    }
}
