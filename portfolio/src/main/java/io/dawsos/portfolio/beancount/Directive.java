package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A dated entry of a ledger, as it is written. Immutable. */
public sealed interface Directive {

    LocalDate date();

    Place at();

    Map<String, MetaValue> metadata();

    /** Where it comes among those of its day: accounts are opened first, then balances are looked at, closing is last. */
    default int rank() {
        return switch (this) {
            case Open _ -> 0;
            case Balance _ -> 1;
            case Transaction _, Price _ -> 2;
            case Close _ -> 3;
        };
    }

    /**
     * @param commodities the only ones that the account may hold; empty for any
     * @param booking null for the ledger's
     */
    record Open(
            LocalDate date,
            Place at,
            String account,
            Set<String> commodities,
            @Nullable BookingMethod booking,
            Map<String, MetaValue> metadata)
            implements Directive {
        public Open {
            commodities = Set.copyOf(commodities);
            metadata = Map.copyOf(metadata);
        }
    }

    record Close(LocalDate date, Place at, String account, Map<String, MetaValue> metadata) implements Directive {
        public Close {
            metadata = Map.copyOf(metadata);
        }
    }

    /** @param flag {@code *}, {@code !} or another; {@code *} for the word txn */
    record Transaction(
            LocalDate date,
            Place at,
            String flag,
            @Nullable String payee,
            @Nullable String narration,
            Set<String> tags,
            Set<String> links,
            List<Posting> postings,
            Map<String, MetaValue> metadata)
            implements Directive {
        public Transaction {
            tags = Set.copyOf(tags);
            links = Set.copyOf(links);
            postings = List.copyOf(postings);
            metadata = Map.copyOf(metadata);
        }
    }

    /**
     * What an account and those below it hold of one commodity when the day begins.
     *
     * @param tolerance null for the one that follows from the amount's digits
     */
    record Balance(
            LocalDate date,
            Place at,
            String account,
            Amount amount,
            @Nullable BigDecimal tolerance,
            Map<String, MetaValue> metadata)
            implements Directive {
        public Balance {
            metadata = Map.copyOf(metadata);
        }
    }

    record Price(LocalDate date, Place at, String commodity, Amount amount, Map<String, MetaValue> metadata)
            implements Directive {
        public Price {
            metadata = Map.copyOf(metadata);
        }
    }
}
