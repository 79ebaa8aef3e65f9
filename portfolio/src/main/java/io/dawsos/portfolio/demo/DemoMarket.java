package io.dawsos.portfolio.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two years of daily prices of 250 securities in three currencies, and the currencies' rates. A pure function of its
 * last day. Immutable.
 */
public final class DemoMarket {

    public static final int SECURITIES = 250;

    private static final String SOURCE = "vega-datasets 3.2.1";
    private static final List<DemoSecurity> STOCKS = List.of(
            stock("MSFT", "Microsoft"),
            stock("AMZN", "Amazon.com"),
            stock("IBM", "International Business Machines"),
            stock("GOOG", "Google"),
            stock("AAPL", "Apple"));

    private final List<LocalDate> days;
    private final List<DemoSecurity> securities;
    private final List<BigDecimal[]> prices = new ArrayList<>(SECURITIES);
    private final List<Map<String, BigDecimal>> rates;

    private DemoMarket(LocalDate lastDay) {
        days = businessDays(lastDay);
        RealPrices index = RealPrices.read(RealPrices.INDEX, "close");
        ReturnResampler resampler = new ReturnResampler(index.logReturns());
        List<DemoSecurity> listed = new ArrayList<>(SECURITIES);
        STOCKS.forEach(stock -> listed.add(addStock(stock)));
        listed.add(addIndex(index.last(days.size())));
        listed.addAll(addSynthetic(SECURITIES - listed.size(), resampler, index));
        securities = List.copyOf(listed);
        rates = SyntheticRates.of(resampler, days.size());
    }

    /** @param lastDay the newest day of the market, or the Friday before where it falls on a weekend */
    public static DemoMarket load(LocalDate lastDay) {
        return new DemoMarket(lastDay);
    }

    /** The ones with real prices first. */
    public List<DemoSecurity> securities() {
        return securities;
    }

    /** Every Monday to Friday of two years, ascending. */
    public List<LocalDate> days() {
        return days;
    }

    /** In the security's currency. */
    public BigDecimal price(int securityIndex, int dayIndex) {
        return prices.get(securityIndex)[dayIndex];
    }

    /** Units of USD for one unit of each currency, USD itself included. */
    public Map<String, BigDecimal> rates(int dayIndex) {
        return rates.get(dayIndex);
    }

    private static List<LocalDate> businessDays(LocalDate lastDay) {
        return lastDay.minusYears(2)
                .datesUntil(lastDay.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList();
    }

    /** Each month-start price is the price of the demo's whole month: the source has no other. */
    private DemoSecurity addStock(DemoSecurity stock) {
        LocalDate firstMonth = days.getFirst().withDayOfMonth(1);
        RealPrices real =
                RealPrices.read(RealPrices.STOCKS, stock.symbol()).last(months(firstMonth, days.getLast()) + 1);
        prices.add(days.stream()
                .map(day -> real.prices().get(months(firstMonth, day)))
                .toArray(BigDecimal[]::new));
        return withOrigin(stock, "stocks.csv, month-start prices", real, "each held for a month");
    }

    private DemoSecurity addIndex(RealPrices real) {
        prices.add(real.prices().toArray(BigDecimal[]::new));
        return withOrigin(stock("SPX", "S&P 500 index"), "sp500-2000.csv, daily closes", real, "one a day");
    }

    private List<DemoSecurity> addSynthetic(int count, ReturnResampler resampler, RealPrices index) {
        String origin = "synthetic: drawn from the daily returns of the S&P 500 index, %s to %s (%s)"
                .formatted(index.dates().getFirst(), index.dates().getLast(), SOURCE);
        SyntheticSecurities drawn = new SyntheticSecurities(resampler, days.size());
        for (int n = 0; n < count; n++) {
            prices.add(drawn.prices(n));
        }
        return SyntheticSecurities.list(count, origin);
    }

    private static DemoSecurity stock(String symbol, String name) {
        return new DemoSecurity(symbol, name, "USD", false, "");
    }

    private static DemoSecurity withOrigin(DemoSecurity of, String file, RealPrices real, String how) {
        String origin = "real: %s %s %s to %s, %s"
                .formatted(SOURCE, file, real.dates().getFirst(), real.dates().getLast(), how);
        return new DemoSecurity(of.symbol(), of.name(), of.currency(), of.synthetic(), origin);
    }

    private static int months(LocalDate firstMonth, LocalDate day) {
        return (int) ChronoUnit.MONTHS.between(firstMonth, day);
    }
}
