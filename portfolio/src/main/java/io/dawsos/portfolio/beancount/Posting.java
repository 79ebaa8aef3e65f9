package io.dawsos.portfolio.beancount;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a transaction.
 *
 * @param flag null where none is written
 * @param units null for the amount that is left over
 * @param cost null unless held at cost
 */
public record Posting(
        Place at,
        @Nullable String flag,
        String account,
        @Nullable Amount units,
        @Nullable CostSpec cost,
        @Nullable PriceSpec price,
        Map<String, MetaValue> metadata) {

    public Posting {
        metadata = Map.copyOf(metadata);
    }
}
