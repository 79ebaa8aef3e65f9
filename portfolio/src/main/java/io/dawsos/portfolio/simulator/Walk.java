package io.dawsos.portfolio.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How a number goes on after the demo's last day: a seeded step each trading day. Thread-safe. */
final class Walk {

    private final String name;
    private final LocalDate lastDay;
    private final double deviation;
    private final List<BigDecimal> values = new ArrayList<>(); // guarded by this

    /** @param last the value on the last day; its digits after the point are kept */
    Walk(String name, LocalDate lastDay, BigDecimal last, double deviation) {
        this.name = name;
        this.lastDay = lastDay;
        this.deviation = deviation;
        values.add(last);
    }

    /** @param day a trading day, not before the last day */
    synchronized BigDecimal on(LocalDate day) {
        int wanted = TradingDays.between(lastDay, day);
        while (values.size() <= wanted) {
            values.add(next(values.getLast(), values.size()));
        }
        return values.get(wanted);
    }

    private BigDecimal next(BigDecimal before, int step) {
        double factor = StrictMath.exp(SeededReturns.draw(name, step, deviation));
        BigDecimal next = before.multiply(BigDecimal.valueOf(factor)).setScale(before.scale(), RoundingMode.HALF_EVEN);
        return next.max(before.ulp());
    }
}
