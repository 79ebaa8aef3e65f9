package io.dawsos.portfolio.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the providers are and how long they may take. For each of {@code POLYGON}, {@code FMP}, {@code FRED} and
 * {@code NEWS}: {@code DAWSOS_FMP_URL}, {@code DAWSOS_FMP_KEY} or {@code DAWSOS_FMP_KEY_FILE}, and {@code
 * DAWSOS_FMP_PER_MINUTE}. With neither address nor key, the market simulator at {@code DAWSOS_SIMULATOR_PORT} stands in.
 *
 * @param attemptLimit {@code DAWSOS_PROVIDER_ATTEMPT_LIMIT}: for one request, its answer's body included
 * @param totalLimit {@code DAWSOS_PROVIDER_LIMIT}: for a question with all its repeats and pauses
 */
public record ProviderSettings(
        Source polygon, Source fmp, Source fred, Source news, Duration attemptLimit, Duration totalLimit) {

    private static final int SIMULATOR_PORT = 8081;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** @throws IllegalArgumentException naming the variable, what was wanted and, where that is no secret, what came */
    public static ProviderSettings from(Map<String, String> environment) {
        return from(environment::get);
    }

    /** @param environment the value of a variable by its name, or null */
    static ProviderSettings from(Function<String, @Nullable String> environment) {
        ProviderVariables set = new ProviderVariables(environment);
        int simulator = set.number("DAWSOS_SIMULATOR_PORT", SIMULATOR_PORT, 1, 65_535);
        ProviderSettings settings = new ProviderSettings(
                set.source("polygon", "https://api.polygon.io", 100, simulator),
                set.source("fmp", "https://financialmodelingprep.com", 300, simulator),
                set.source("fred", "https://api.stlouisfed.org", 120, simulator),
                set.source("news", "https://api.polygon.io", 60, simulator),
                set.duration("DAWSOS_PROVIDER_ATTEMPT_LIMIT", Duration.ofSeconds(10), LONGEST),
                set.duration("DAWSOS_PROVIDER_LIMIT", Duration.ofSeconds(30), LONGEST.multipliedBy(10)));
        if (settings.attemptLimit.compareTo(settings.totalLimit) > 0) {
            throw new IllegalArgumentException(
                    "DAWSOS_PROVIDER_LIMIT: wanted at least DAWSOS_PROVIDER_ATTEMPT_LIMIT, %s, got %s"
                            .formatted(settings.attemptLimit, settings.totalLimit));
        }
        return settings;
    }

    List<Source> sources() {
        return List.of(polygon, fmp, fred, news);
    }

    /** The names of those for which the simulator stands in. */
    List<String> simulated() {
        return named(true);
    }

    List<String> real() {
        return named(false);
    }

    private List<String> named(boolean simulated) {
        return sources().stream()
                .filter(source -> source.simulated() == simulated)
                .map(Source::name)
                .toList();
    }
}
