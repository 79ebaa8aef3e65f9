package io.dawsos.portfolio.reconcile;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds what differs between the two sides: quantities and cash exactly, values and costs by more than one basis point.
 */
final class Comparison {

    private static final Held NONE = new Held(BigDecimal.ZERO, null);

    private final LedgerSide ledger;
    private final ServiceSide service;
    private final LedgerValuer valuer;
    private final List<Difference> found = new ArrayList<>();

    Comparison(LedgerSide ledger, ServiceSide service, LedgerValuer valuer) {
        this.ledger = ledger;
        this.service = service;
        this.valuer = valuer;
    }

    /** In the order of the portfolios' ids. */
    List<Difference> differences() {
        Set<UUID> portfolios = new TreeSet<>(ledger.holdings().keySet());
        portfolios.addAll(service.portfolios().keySet());
        portfolios.forEach(this::compare);
        return found;
    }

    private void compare(UUID id) {
        Holdings recorded = ledger.holdings().get(id);
        ServicePortfolio held = service.portfolios().get(id);
        if (held == null) {
            add(
                    DifferenceKind.UNKNOWN_PORTFOLIO,
                    id,
                    null,
                    null,
                    null,
                    "%s: no such portfolio is here".formatted(ledger.marked(id)));
        } else if (recorded == null) {
            if (!held.holdings().areNothing()) {
                add(
                        DifferenceKind.MISSING_IN_LEDGER,
                        id,
                        null,
                        null,
                        held.value(),
                        "no account of the ledger is marked with this portfolio");
            }
        } else {
            compareSecurities(id, recorded.securities(), held.holdings().securities());
            compareCash(id, recorded.cash(), held.holdings().cash());
            compareValues(id, recorded, held);
        }
    }

    private void compareSecurities(UUID id, Map<String, Held> recorded, Map<String, Held> held) {
        Set<String> symbols = new TreeSet<>(recorded.keySet());
        symbols.addAll(held.keySet());
        for (String symbol : symbols) {
            Held inLedger = recorded.getOrDefault(symbol, NONE);
            Held inService = held.getOrDefault(symbol, NONE);
            DifferenceKind kind = kind(symbol, inLedger, inService);
            if (kind != null) {
                add(
                        kind,
                        id,
                        symbol,
                        inLedger.quantity(),
                        inService.quantity(),
                        "%s in the ledger, %s here".formatted(plain(inLedger.quantity()), plain(inService.quantity())));
            } else {
                compareCosts(id, symbol, inLedger.cost(), inService.cost());
            }
        }
    }

    /** @return null when the quantities are the same */
    private @Nullable DifferenceKind kind(String symbol, Held inLedger, Held inService) {
        if (inLedger.quantity().compareTo(inService.quantity()) == 0) {
            return null;
        }
        if (!service.currencies().containsKey(symbol)) {
            return DifferenceKind.UNKNOWN_SECURITY;
        }
        if (inLedger.quantity().signum() == 0) {
            return DifferenceKind.MISSING_IN_LEDGER;
        }
        return inService.quantity().signum() == 0 ? DifferenceKind.MISSING_IN_SERVICE : DifferenceKind.QUANTITY;
    }

    private void compareCosts(UUID id, String symbol, @Nullable BigDecimal inLedger, @Nullable BigDecimal inService) {
        if (inLedger != null && inService != null && !BasisPoints.withinOne(inLedger, inService)) {
            add(DifferenceKind.COST, id, symbol, inLedger, inService, BasisPoints.apart(inLedger, inService));
        }
    }

    private void compareCash(UUID id, Map<String, BigDecimal> recorded, Map<String, BigDecimal> held) {
        Set<String> currencies = new TreeSet<>(recorded.keySet());
        currencies.addAll(held.keySet());
        for (String currency : currencies) {
            BigDecimal inLedger = requireNonNullElse(recorded.get(currency), BigDecimal.ZERO);
            BigDecimal inService = requireNonNullElse(held.get(currency), BigDecimal.ZERO);
            if (inLedger.compareTo(inService) != 0) {
                add(
                        DifferenceKind.CASH,
                        id,
                        currency,
                        inLedger,
                        inService,
                        "%s in the ledger, %s here".formatted(plain(inLedger), plain(inService)));
            }
        }
    }

    private void compareValues(UUID id, Holdings recorded, ServicePortfolio held) {
        BigDecimal inLedger = valuer.value(recorded, held.baseCurrency()).orElse(null);
        BigDecimal inService = held.value();
        if (inService == null) {
            String reason = "it cannot be valued here: " + held.notValued();
            add(DifferenceKind.VALUATION, id, held.baseCurrency(), inLedger, null, reason);
        } else if (inLedger != null && !BasisPoints.withinOne(inLedger, inService)) {
            add(
                    DifferenceKind.VALUATION,
                    id,
                    held.baseCurrency(),
                    inLedger,
                    inService,
                    BasisPoints.apart(inLedger, inService));
        }
    }

    private void add(
            DifferenceKind kind,
            UUID portfolio,
            @Nullable String item,
            @Nullable BigDecimal inLedger,
            @Nullable BigDecimal inService,
            String detail) {
        found.add(new Difference(kind, portfolio.toString(), item, inLedger, inService, detail));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
