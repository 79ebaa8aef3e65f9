package io.dawsos.portfolio.seed;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The last day of the demo's market: the day of the first start, or {@code DAWSOS_SIMULATOR_LAST_DAY}, which the market
 * simulator reads as well. With a day of the past the packs since then are missing, as after nights without a build.
 */
public final class DemoDay {

    private static final String SETTING = "DAWSOS_SIMULATOR_LAST_DAY";

    private DemoDay() {}

    /**
     * @param environment answers null for what is not set
     * @throws IllegalArgumentException naming the variable, what was wanted and what came
     */
    public static LocalDate from(UnaryOperator<@Nullable String> environment, Clock clock) {
        String value = environment.apply(SETTING);
        LocalDate today = LocalDate.now(clock);
        LocalDate day = value == null || value.isBlank() ? today : parse(value.strip());
        if (day.isAfter(today)) {
            throw new IllegalArgumentException("%s: wanted %s or earlier, got %s".formatted(SETTING, today, day));
        }
        return day;
    }

    private static LocalDate parse(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s: wanted a day such as 2026-03-02, got \"%s\"".formatted(SETTING, value), e);
        }
    }
}
