package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Books one transaction after the other into inventories, and notes what does not balance. */
final class TransactionBooker {

    private final Options options;
    private final Accounts accounts;
    private final Inventories inventories;
    private final Errors errors;

    TransactionBooker(Options options, Accounts accounts, Inventories inventories, Errors errors) {
        this.options = options;
        this.accounts = accounts;
        this.inventories = inventories;
        this.errors = errors;
    }

    void book(Directive.Transaction transaction) throws LedgerException {
        Map<String, BigDecimal> weights = new HashMap<>();
        Posting leftOver = null;
        boolean complete = true;
        for (Posting posting : transaction.postings()) {
            Directive.Open open = accounts.using(posting.account(), transaction.date(), posting.at());
            if (open == null) {
                complete = false;
            } else if (posting.units() != null) {
                complete &= book(transaction, posting, posting.units(), open, weights);
            } else if (leftOver == null) {
                leftOver = posting;
            } else {
                errors.add(posting.at(), "one amount may be left out of a transaction, this is the second");
                complete = false;
            }
        }
        // What was refused above would be missing here: one error is enough.
        if (complete) {
            balance(transaction, leftOver, weights);
        }
    }

    private boolean book(
            Directive.Transaction transaction,
            Posting posting,
            Amount units,
            Directive.Open open,
            Map<String, BigDecimal> weights)
            throws LedgerException {
        String refusal = refusal(units, open);
        if (refusal == null) {
            Holding holding = inventories.of(posting.account(), units.commodity());
            BookingMethod method = open.booking() == null ? options.booking() : open.booking();
            refusal = new PostingBooker(transaction.date(), posting, units, holding, method).book(weights);
        }
        if (refusal != null) {
            errors.add(posting.at(), refusal);
        }
        return refusal == null;
    }

    private static @Nullable String refusal(Amount units, Directive.Open open) {
        return open.commodities().isEmpty() || open.commodities().contains(units.commodity())
                ? null
                : "%s holds %s only, got %s"
                        .formatted(open.account(), String.join(", ", open.commodities()), units.commodity());
    }

    private void balance(Directive.Transaction transaction, @Nullable Posting leftOver, Map<String, BigDecimal> weights)
            throws LedgerException {
        Tolerances tolerances = Tolerances.of(transaction, options);
        for (Map.Entry<String, BigDecimal> weight : new TreeMap<>(weights).entrySet()) {
            String commodity = weight.getKey();
            BigDecimal residual = weight.getValue();
            if (leftOver != null && residual.signum() != 0) {
                residual = residual.add(fill(transaction, leftOver, commodity, residual, tolerances));
            }
            if (residual.abs().compareTo(tolerances.of(commodity)) > 0) {
                errors.add(
                        transaction.at(),
                        "the transaction does not balance: its postings add up to %s %s, at most %s is tolerated"
                                .formatted(
                                        residual.toPlainString(),
                                        commodity,
                                        tolerances.of(commodity).toPlainString()));
            }
        }
    }

    /** @return the amount that was left out */
    private BigDecimal fill(
            Directive.Transaction transaction,
            Posting leftOver,
            String commodity,
            BigDecimal residual,
            Tolerances tolerances)
            throws LedgerException {
        Amount amount = new Amount(tolerances.rounded(residual.negate(), commodity), commodity);
        Directive.Open open = accounts.using(leftOver.account(), transaction.date(), leftOver.at());
        String refusal = open == null ? null : refusal(amount, open);
        if (refusal != null) {
            errors.add(leftOver.at(), refusal);
        } else if (amount.number().signum() != 0) {
            inventories.of(leftOver.account(), commodity).add(Lot.WITHOUT_COST, amount.number());
        }
        return amount.number();
    }
}
