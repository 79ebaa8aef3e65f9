package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every account holds. Not thread-safe. */
final class Inventories {

    private final NavigableMap<String, Map<String, Holding>> byAccount = new TreeMap<>();

    Holding of(String account, String commodity) {
        return byAccount.computeIfAbsent(account, _ -> new HashMap<>(4)).computeIfAbsent(commodity, _ -> new Holding());
    }

    /** Of the account and those below it. */
    BigDecimal units(String account, String commodity) {
        BigDecimal sum = units(byAccount.get(account), commodity);
        // ';' comes right after ':'
        for (Map<String, Holding> below :
                byAccount.subMap(account + ":", account + ";").values()) {
            sum = sum.add(units(below, commodity));
        }
        return sum;
    }

    private static BigDecimal units(@Nullable Map<String, Holding> held, String commodity) {
        Holding holding = held == null ? null : held.get(commodity);
        return holding == null ? BigDecimal.ZERO : holding.units();
    }

    /** What is held now, by account and commodity. */
    List<Position> positions() {
        List<Position> positions = new ArrayList<>();
        byAccount.forEach((account, held) -> new TreeMap<>(held).forEach((commodity, holding) -> {
            if (!holding.lots().isEmpty()) {
                positions.add(Position.of(account, commodity, holding));
            }
        }));
        return positions;
    }
}
