package io.dawsos.portfolio.valuation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Parts of a whole that add up to exactly 1: rounded down to six digits, then the missing millionths go to those that
 * lost most by rounding (largest remainder).
 */
final class Weights {

    private static final int DIGITS = 6;
    private static final BigDecimal UNIT = BigDecimal.ONE.movePointLeft(DIGITS);

    private Weights() {}

    /** Of values that are not negative; all 0 where the values are. */
    static List<BigDecimal> of(List<BigDecimal> values) {
        BigDecimal total = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() == 0) {
            return values.stream()
                    .map(value -> BigDecimal.ZERO.setScale(DIGITS))
                    .toList();
        }
        List<BigDecimal> weights = new ArrayList<>(values.size());
        values.forEach(value -> weights.add(value.divide(total, DIGITS, RoundingMode.DOWN)));
        BigDecimal given = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int missing = BigDecimal.ONE.subtract(given).movePointRight(DIGITS).intValueExact();
        byLossDescending(values, weights, total)
                .limit(missing)
                .forEach(i -> weights.set(i, weights.get(i).add(UNIT)));
        return weights;
    }

    private static Stream<Integer> byLossDescending(
            List<BigDecimal> values, List<BigDecimal> weights, BigDecimal total) {
        Comparator<Integer> byLoss =
                Comparator.comparing(i -> values.get(i).subtract(weights.get(i).multiply(total)));
        return IntStream.range(0, values.size())
                .boxed()
                .sorted(byLoss.reversed().thenComparing(i -> i));
    }
}
