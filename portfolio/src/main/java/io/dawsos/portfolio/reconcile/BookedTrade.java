package io.dawsos.portfolio.reconcile;

import io.dawsos.portfolio.beancount.Amount;
import io.dawsos.portfolio.beancount.CostSpec;
import io.dawsos.portfolio.beancount.Directive;
import io.dawsos.portfolio.beancount.MetaValue;
import io.dawsos.portfolio.beancount.Place;
import io.dawsos.portfolio.beancount.Posting;
import io.dawsos.portfolio.beancount.PriceSpec;
import io.dawsos.portfolio.ledger.TradeAction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A trade as it stands in the ledger: what is bought is held at its price, what is sold leaves first in, first out, and
 * the other side is the portfolio's cash.
 *
 * @param realisedGain of a sale
 */
record BookedTrade(
        long id,
        TradeAction action,
        LocalDate date,
        String symbol,
        String currency,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal cashEffect,
        @Nullable BigDecimal realisedGain) {

    private static final Place UNWRITTEN = new Place("", 1, 1);

    Directive.Transaction in(PortfolioAccounts accounts) {
        List<Posting> postings = new ArrayList<>();
        switch (action) {
            case BUY ->
                postings.add(posting(
                        accounts.securities(), units(quantity), new CostSpec(money(price), false, null, null), null));
            case SELL ->
                postings.add(posting(
                        accounts.securities(),
                        units(quantity.negate()),
                        new CostSpec(null, false, null, null),
                        new PriceSpec(money(price), false)));
            case DIVIDEND -> postings.add(posting(PortfolioAccounts.DIVIDENDS, money(cashEffect.negate()), null, null));
        }
        postings.add(posting(accounts.cash(), money(cashEffect), null, null));
        if (realisedGain != null) {
            postings.add(posting(PortfolioAccounts.GAINS, money(realisedGain.negate()), null, null));
        }
        return new Directive.Transaction(
                date,
                UNWRITTEN,
                "*",
                null,
                "%s %s".formatted(action.text(), symbol),
                Set.of(),
                Set.of(),
                postings,
                Map.of("trade", new MetaValue.Number(BigDecimal.valueOf(id))));
    }

    private Amount units(BigDecimal number) {
        return new Amount(shortest(number), Commodities.ofSymbol(symbol));
    }

    private Amount money(BigDecimal number) {
        return new Amount(shortest(number), currency);
    }

    private static Posting posting(String account, Amount units, @Nullable CostSpec cost, @Nullable PriceSpec price) {
        return new Posting(UNWRITTEN, null, account, units, cost, price, Map.of());
    }

    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
