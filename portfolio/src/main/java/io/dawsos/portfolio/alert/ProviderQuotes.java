package io.dawsos.portfolio.alert;

import io.dawsos.portfolio.provider.Answer;
import io.dawsos.portfolio.provider.PriceProvider;
import io.dawsos.portfolio.provider.ProviderException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quotes of the first provider that has them; what one does not know is asked of the next. Stale answers are not taken:
 * an alert must not fire for what was.
 */
final class ProviderQuotes implements QuoteSource {

    private static final Logger log = LoggerFactory.getLogger(ProviderQuotes.class);

    private final List<PriceProvider> providers;

    ProviderQuotes(List<PriceProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** @throws IllegalStateException when no provider answered */
    @Override
    public Quoted quotes(Set<String> symbols) {
        Map<String, BigDecimal> prices = new HashMap<>();
        Set<String> missing = new HashSet<>(symbols);
        List<String> failures = new ArrayList<>();
        Instant at = Instant.EPOCH;
        for (PriceProvider provider : providers) {
            if (missing.isEmpty()) {
                break;
            }
            try {
                Answer<Map<String, BigDecimal>> answer = provider.quotes(Set.copyOf(missing));
                if (answer.stale()) {
                    failures.add(provider.name() + " has only what was at " + answer.at());
                    continue;
                }
                prices.putAll(answer.value());
                missing.removeAll(answer.value().keySet());
                at = answer.at().isAfter(at) ? answer.at() : at;
            } catch (ProviderException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
        if (prices.isEmpty() && !failures.isEmpty()) {
            throw new IllegalStateException("no provider has quotes: " + String.join("; ", failures));
        }
        if (!failures.isEmpty()) {
            log.info("quotes of {} of {} securities: {}", prices.size(), symbols.size(), String.join("; ", failures));
        }
        return new Quoted(prices, at);
    }
}
