package io.dawsos.portfolio.beancount;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which currency a posting's lots cost, where its braces do not say. As Beancount has it. */
final class CostCurrency {

    private CostCurrency() {}

    /** The price's, else the one in the braces. */
    static @Nullable String stated(Posting posting) {
        if (posting.price() != null) {
            return posting.price().amount().commodity();
        }
        return posting.cost() == null || posting.cost().amount() == null
                ? null
                : posting.cost().amount().commodity();
    }

    /**
     * What a posting that states none is taken to be in: when it is the only one such, and all others weigh in one
     * commodity, then in that.
     */
    static @Nullable String implied(Directive.Transaction transaction) {
        Set<String> others = new HashSet<>();
        int silent = 0;
        for (Posting posting : transaction.postings()) {
            String stated = stated(posting);
            if (stated != null) {
                others.add(stated);
            } else if (posting.cost() != null) {
                silent++;
            } else if (posting.units() != null) {
                others.add(posting.units().commodity());
            }
        }
        return silent == 1 && others.size() == 1 ? others.iterator().next() : null;
    }
}
