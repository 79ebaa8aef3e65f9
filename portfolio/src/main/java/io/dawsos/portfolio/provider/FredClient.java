package io.dawsos.portfolio.provider;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** FRED's observations of series (St. Louis Fed). One question a currency. */
final class FredClient implements RateProvider {

    static final String KEY_PARAMETER = "api_key";

    /** The release comes out on Mondays with the week before; a holiday may take that Monday, too. */
    static final int DAYS_BACK = 14;

    private static final String DOLLAR = "USD";
    private static final String NO_VALUE = ".";
    private static final int MOST_BYTES = 1 << 20;
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final Asker asker;
    private final Clock clock;

    FredClient(Asker asker, Clock clock) {
        this.asker = asker;
        this.clock = clock;
    }

    @Override
    public String name() {
        return asker.source().name();
    }

    @Override
    public Answer<Map<String, BigDecimal>> rates(LocalDate day, Set<String> currencies) throws ProviderException {
        Answers answers = new Answers(name(), clock.instant());
        for (String currency : new TreeSet<>(currencies)) {
            answers.add(
                    currency.equals(DOLLAR)
                            ? new Answer<>(Map.of(DOLLAR, BigDecimal.ONE), clock.instant(), false, name())
                            : asker.ask(question(day, currency, series(currency))));
        }
        return answers.all();
    }

    private FredSeries series(String currency) throws ProviderException {
        FredSeries series = FredSeries.of(currency);
        if (series == null) {
            throw new ProviderException.NotAsked(
                    name(), Failure.HTTP_4XX, "fred observations: not asked: it has no series for " + currency);
        }
        return series;
    }

    private static Question<Map<String, BigDecimal>> question(LocalDate day, String currency, FredSeries series) {
        return new Question<>(
                "observations",
                "/fred/series/observations",
                PriceClient.parameters(
                        "series_id", series.id(),
                        "file_type", "json",
                        "observation_start", day.minusDays(DAYS_BACK).toString(),
                        "observation_end", day.toString(),
                        "sort_order", "desc"),
                Set.of(currency),
                MOST_BYTES,
                GOOD_FOR,
                body -> Map.of(currency, read(body, day, series)));
    }

    /** The newest value up to the day. */
    static BigDecimal read(byte[] body, LocalDate day, FredSeries series) throws BadAnswer {
        List<JsonNode> rows = Json.array(Json.object(Json.parse(body), "answer").path("observations"), "observations");
        LocalDate newest = day.minusDays(DAYS_BACK + 1L);
        String value = NO_VALUE;
        for (int i = 0; i < rows.size(); i++) {
            String where = "observations[" + i + "]";
            LocalDate date = date(Json.text(Json.object(rows.get(i), where).path("date"), where + ".date"), where);
            String came = Json.text(rows.get(i).path("value"), where + ".value");
            if (!came.equals(NO_VALUE) && date.isAfter(newest) && !date.isAfter(day)) {
                newest = date;
                value = came;
            }
        }
        if (value.equals(NO_VALUE)) {
            throw BadAnswer.garbage(
                    "%s: wanted a value within %d days up to %s, got none".formatted(series.id(), DAYS_BACK, day));
        }
        String where = series.id() + " of " + newest;
        BigDecimal rate = Amounts.rate(value, where);
        return Amounts.positive(series.dollars(rate), Amounts.RATE_DIGITS, where);
    }

    private static LocalDate date(String text, String where) throws BadAnswer {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw BadAnswer.garbage(where + ".date: wanted a date such as 2026-03-02, got other text");
        }
    }
}
