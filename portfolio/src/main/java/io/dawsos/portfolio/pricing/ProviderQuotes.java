package io.dawsos.portfolio.pricing;

import io.dawsos.portfolio.alert.QuoteSource;
import io.dawsos.portfolio.provider.Answer;
import io.dawsos.portfolio.provider.PriceProvider;
import io.dawsos.portfolio.provider.ProviderException;
import io.dawsos.portfolio.provider.Providers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Quotes of the first provider that answers now; with none, the first answer of a short while ago. */
final class ProviderQuotes implements QuoteSource {

    private final Providers providers;

    ProviderQuotes(Providers providers) {
        this.providers = providers;
    }

    /** @throws IllegalStateException when no provider answers; says why each did not */
    @Override
    public Quoted quotes(Set<String> symbols) {
        List<Answer<Map<String, BigDecimal>>> stale = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (PriceProvider provider : providers.quotes()) {
            try {
                Answer<Map<String, BigDecimal>> answer = provider.quotes(symbols);
                if (!answer.stale()) {
                    return new Quoted(answer.value(), answer.at());
                }
                stale.add(answer);
            } catch (ProviderException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
        return stale.stream()
                .findFirst()
                .map(answer -> new Quoted(answer.value(), answer.at()))
                .orElseThrow(() -> new IllegalStateException("no quotes: " + String.join("; ", failures)));
    }
}
