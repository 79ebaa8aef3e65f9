package io.dawsos.portfolio.pricing;

import io.dawsos.portfolio.provider.Answer;
import io.dawsos.portfolio.provider.PriceProvider;
import io.dawsos.portfolio.provider.ProviderException;
import io.dawsos.portfolio.provider.Providers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the providers say that a day's prices and rates are. */
final class MarketClose {

    /** @param sources who answered, those with an answer of earlier marked as stale */
    record Prices(Map<String, BigDecimal> bySymbol, String sources) {}

    private static final int MOST_NAMED = 10;

    private final JdbcClient database;
    private final Providers providers;

    MarketClose(JdbcClient database, Providers providers) {
        this.database = database;
        this.providers = providers;
    }

    /**
     * Of the first provider that answers; what it does not know, or answers from its cache, of the next. A security that
     * nobody prices is left out when nobody holds it.
     *
     * @throws BuildFailedException when no provider answers, or something that is held has no price
     */
    Prices prices(LocalDate day) {
        Set<String> wanted = new TreeSet<>(symbols());
        Map<String, BigDecimal> found = new HashMap<>();
        Map<String, BigDecimal> stale = new HashMap<>();
        List<String> sources = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (PriceProvider provider : providers.prices()) {
            if (found.keySet().containsAll(wanted)) {
                break;
            }
            ask(provider, day, wanted, sources, failures, found, stale);
        }
        stale.forEach(found::putIfAbsent);
        if (found.isEmpty() && !wanted.isEmpty()) {
            throw new BuildFailedException(
                    "no prices of %s: %s".formatted(day, String.join("; ", failures)), true, null);
        }
        checkHeld(day, found, failures);
        return new Prices(found, String.join(", ", sources));
    }

    private static void ask(
            PriceProvider provider,
            LocalDate day,
            Set<String> wanted,
            List<String> sources,
            List<String> failures,
            Map<String, BigDecimal> found,
            Map<String, BigDecimal> stale) {
        try {
            Answer<Map<String, BigDecimal>> answer = provider.closes(day, wanted);
            (answer.stale() ? stale : found).putAll(missing(answer.value(), found));
            sources.add(answer.stale() ? provider.name() + " (stale)" : provider.name());
        } catch (ProviderException e) {
            failures.add(String.valueOf(e.getMessage()));
        }
    }

    /** What an earlier provider has answered stays. */
    private static Map<String, BigDecimal> missing(Map<String, BigDecimal> answered, Map<String, BigDecimal> found) {
        Map<String, BigDecimal> missing = new HashMap<>(answered);
        missing.keySet().removeAll(found.keySet());
        return missing;
    }

    private void checkHeld(LocalDate day, Map<String, BigDecimal> found, List<String> failures) {
        Set<String> unpriced = new TreeSet<>(held());
        unpriced.removeAll(found.keySet());
        if (!unpriced.isEmpty()) {
            List<String> named = unpriced.stream().limit(MOST_NAMED).toList();
            throw new BuildFailedException(
                    "no price of %s of %d securities that are held: %s%s"
                            .formatted(
                                    day,
                                    unpriced.size(),
                                    String.join(", ", named),
                                    failures.isEmpty() ? "" : "; " + String.join("; ", failures)),
                    true,
                    null);
        }
    }

    /** @throws BuildFailedException when the provider does not answer for every currency that is in use */
    Map<String, BigDecimal> rates(LocalDate day) {
        try {
            return providers.rates().rates(day, currencies()).value();
        } catch (ProviderException e) {
            throw new BuildFailedException("no rates of %s: %s".formatted(day, e.getMessage()), true, e);
        }
    }

    private List<String> symbols() {
        return database.sql("SELECT symbol FROM securities").query(String.class).list();
    }

    private List<String> held() {
        return database.sql("SELECT symbol FROM securities s"
                        + " WHERE EXISTS (SELECT FROM lots l WHERE l.security_no = s.security_no AND l.remaining > 0)")
                .query(String.class)
                .list();
    }

    private Set<String> currencies() {
        return new HashSet<>(database.sql("SELECT 'USD' UNION SELECT currency FROM securities UNION"
                        + " SELECT base_currency FROM portfolios UNION SELECT currency FROM fx_rates WHERE pack_no ="
                        + " (SELECT pack_no FROM pricing_packs WHERE status = 'fresh' AND superseded_by IS NULL"
                        + " ORDER BY pack_date DESC LIMIT 1)")
                .query(String.class)
                .list());
    }
}
