package io.dawsos.portfolio.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Exchange rates that wander around a usual level: the index's real returns, scaled to a currency's calm, and pulled
 * back by a fiftieth of the distance each day.
 */
final class SyntheticRates {

    private static final double CALM = 0.35;
    private static final double KEPT = 0.98;

    private SyntheticRates() {}

    /** For each day, units of USD for one unit of the currency. */
    static List<Map<String, BigDecimal>> of(ReturnResampler resampler, int days) {
        BigDecimal[] euros = path(resampler.path(9_001, days), 1.09);
        BigDecimal[] pounds = path(resampler.path(9_002, days), 1.27);
        List<Map<String, BigDecimal>> rates = new ArrayList<>(days);
        for (int day = 0; day < days; day++) {
            rates.add(Map.of("USD", BigDecimal.ONE, "EUR", euros[day], "GBP", pounds[day]));
        }
        return rates;
    }

    private static BigDecimal[] path(double[] returns, double level) {
        BigDecimal[] rates = new BigDecimal[returns.length];
        double distance = 0;
        for (int day = 0; day < returns.length; day++) {
            distance = KEPT * distance + CALM * returns[day];
            rates[day] = BigDecimal.valueOf(level * StrictMath.exp(distance)).setScale(5, RoundingMode.HALF_EVEN);
        }
        return rates;
    }
}
