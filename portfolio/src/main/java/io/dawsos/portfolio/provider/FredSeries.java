package io.dawsos.portfolio.provider;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The daily exchange rates of the Federal Reserve's release H.10 as FRED names them: DEX, the one currency, the other.
 * DEXUSEU is US dollars for one euro; DEXSZUS is Swiss francs for one US dollar, and has to be turned round.
 *
 * @param perDollar whether the values are units of the currency for one dollar
 */
record FredSeries(String id, boolean perDollar) {

    private static final Map<String, FredSeries> BY_CURRENCY = new TreeMap<>();

    static {
        dollars("EUR", "DEXUSEU");
        dollars("GBP", "DEXUSUK");
        dollars("AUD", "DEXUSAL");
        dollars("NZD", "DEXUSNZ");
        perDollar("BRL", "DEXBZUS");
        perDollar("CAD", "DEXCAUS");
        perDollar("CHF", "DEXSZUS");
        perDollar("CNY", "DEXCHUS");
        perDollar("DKK", "DEXDNUS");
        perDollar("HKD", "DEXHKUS");
        perDollar("INR", "DEXINUS");
        perDollar("JPY", "DEXJPUS");
        perDollar("KRW", "DEXKOUS");
        perDollar("MXN", "DEXMXUS");
        perDollar("MYR", "DEXMAUS");
        perDollar("NOK", "DEXNOUS");
        perDollar("SEK", "DEXSDUS");
        perDollar("SGD", "DEXSIUS");
        perDollar("THB", "DEXTHUS");
        perDollar("TWD", "DEXTAUS");
        perDollar("ZAR", "DEXSFUS");
    }

    private static void dollars(String currency, String id) {
        BY_CURRENCY.put(currency, new FredSeries(id, false));
    }

    private static void perDollar(String currency, String id) {
        BY_CURRENCY.put(currency, new FredSeries(id, true));
    }

    /** Null when the release has none. */
    static @Nullable FredSeries of(String currency) {
        return BY_CURRENCY.get(currency);
    }

    /** US dollars for one unit of the currency. */
    BigDecimal dollars(BigDecimal value) {
        return perDollar
                ? BigDecimal.ONE.divide(value, Amounts.RATE_DIGITS, RoundingMode.HALF_EVEN)
                : value.setScale(Math.min(Amounts.RATE_DIGITS, Math.max(0, value.scale())), RoundingMode.HALF_EVEN);
    }
}
