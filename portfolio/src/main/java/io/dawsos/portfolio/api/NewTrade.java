package io.dawsos.portfolio.api;

import io.dawsos.portfolio.ledger.Order;
import io.dawsos.portfolio.ledger.TradeAction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/portfolios/{id}/trades}. */
record NewTrade(
        @Nullable String action,
        @Nullable String symbol,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal price,
        @Nullable LocalDate date) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** @throws InvalidBodyException telling everything that is wrong */
    Order order() {
        Checks checks = new Checks();
        checks.that(
                action != null && TradeAction.names().contains(action),
                "action",
                "wanted one of " + String.join(", ", TradeAction.names()));
        checks.that(
                symbol != null && symbol.matches("[A-Z0-9][A-Z0-9.-]{0,11}"),
                "symbol",
                "wanted 1 to 12 capital letters, digits, points and hyphens");
        checks.amount(quantity, "quantity");
        checks.amount(price, "price");
        checks.that(date == null || !date.isBefore(EARLIEST), "date", "wanted a date from %s on".formatted(EARLIEST));
        checks.done();
        return new Order(
                TradeAction.named(Objects.requireNonNull(action)).orElseThrow(),
                Objects.requireNonNull(symbol),
                Objects.requireNonNull(quantity),
                Objects.requireNonNull(price),
                date);
    }
}
