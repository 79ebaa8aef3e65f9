package io.dawsos.portfolio.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an alert waits for. Every comparison is exact and strict: a fall of exactly 5 % is not more than 5 %. Immutable
 * and pure.
 */
public sealed interface Condition {

    BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What is true now, or empty. */
    Optional<Finding> check(Reading now);

    /** The value fell by more than so many per cent against the pricing pack before: what is held now, at its prices. */
    record FallsSincePack(BigDecimal percent) implements Condition {
        @Override
        public Optional<Finding> check(Reading now) {
            return Optional.ofNullable(now.before()).flatMap(before -> fall(now, before, percent));
        }
    }

    /** The value fell by more than so many per cent from its highest within the window that ends now. */
    record FallsWithin(BigDecimal percent, Duration window) implements Condition {
        @Override
        public Optional<Finding> check(Reading now) {
            return Optional.ofNullable(now.peak()).flatMap(peak -> fall(now, peak, percent));
        }
    }

    /** @param amount in the portfolio's base currency */
    record ValueAbove(BigDecimal amount) implements Condition {
        @Override
        public Optional<Finding> check(Reading now) {
            return now.value().compareTo(amount) > 0 ? Optional.of(Finding.ofValue(now.value())) : Optional.empty();
        }
    }

    /** @param amount in the portfolio's base currency */
    record ValueBelow(BigDecimal amount) implements Condition {
        @Override
        public Optional<Finding> check(Reading now) {
            return now.value().compareTo(amount) < 0 ? Optional.of(Finding.ofValue(now.value())) : Optional.empty();
        }
    }

    /**
     * One position is more than so many per cent of the whole.
     *
     * @param symbol null for whichever is the heaviest
     */
    record WeightAbove(BigDecimal percent, @Nullable String symbol) implements Condition {
        @Override
        public Optional<Finding> check(Reading now) {
            BigDecimal limit = now.value().multiply(percent);
            return now.positions().entrySet().stream()
                    .filter(position -> symbol == null || symbol.equals(position.getKey()))
                    .filter(position -> position.getValue().multiply(HUNDRED).compareTo(limit) > 0)
                    .max(Map.Entry.<String, BigDecimal>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(position -> Finding.ofWeight(now.value(), position.getKey(), position.getValue()));
        }
    }

    private static Optional<Finding> fall(Reading now, Reading.Reference from, BigDecimal percent) {
        BigDecimal floor = from.value().multiply(HUNDRED.subtract(percent));
        return now.value().multiply(HUNDRED).compareTo(floor) < 0
                ? Optional.of(Finding.ofFall(now.value(), from))
                : Optional.empty();
    }
}
