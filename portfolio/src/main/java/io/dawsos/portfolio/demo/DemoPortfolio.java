package io.dawsos.portfolio.demo;

import java.util.List;
import java.util.UUID;

/**
 * A demo portfolio and how it came to be.
 *
 * @param trades in the order in which they happened; a sale never exceeds what is held by then
 */
public record DemoPortfolio(UUID id, String owner, String name, String baseCurrency, List<DemoTrade> trades) {
    public DemoPortfolio {
        trades = List.copyOf(trades);
    }
}
