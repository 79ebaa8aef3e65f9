package io.dawsos.portfolio.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** The simulated market trades from Monday to Friday. */
final class TradingDays {

    private TradingDays() {}

    static boolean isOne(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    /** The day itself, or the last one before it. */
    static LocalDate atOrBefore(LocalDate day) {
        LocalDate trading = day;
        while (!isOne(trading)) {
            trading = trading.minusDays(1);
        }
        return trading;
    }

    static LocalDate before(LocalDate day) {
        return atOrBefore(day.minusDays(1));
    }

    /** From the one day, not counted, to the other, counted; both are trading days, the first not after the second. */
    static int between(LocalDate from, LocalDate to) {
        long days = to.toEpochDay() - from.toEpochDay();
        long weeks = days / 7;
        int rest = 0;
        for (LocalDate day = from.plusWeeks(weeks); day.isBefore(to); day = day.plusDays(1)) {
            rest += isOne(day.plusDays(1)) ? 1 : 0;
        }
        return Math.toIntExact(weeks * 5 + rest);
    }
}
