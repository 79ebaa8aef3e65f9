package io.dawsos.portfolio.provider;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/** A source of prices that answers for a whole market's day at once, and for the quotes of some symbols. */
final class PriceClient implements PriceProvider {

    /** Closing prices stay what they are. */
    static final Duration CLOSES_GOOD_FOR = Duration.ofDays(7);

    /** An older quote would be taken for the market's movement. */
    static final Duration QUOTES_GOOD_FOR = Duration.ofMinutes(15);

    private static final int MOST_DAYS_BACK = 7;

    private final Asker asker;
    private final Clock clock;
    private final Form form;

    /** How a provider wants to be asked, and answers. */
    interface Form {
        Question<Map<String, BigDecimal>> closes(LocalDate day, Set<String> symbols);

        Question<Map<String, BigDecimal>> quotes(Set<String> symbols);
    }

    PriceClient(Asker asker, Clock clock, Form form) {
        this.asker = asker;
        this.clock = clock;
        this.form = form;
    }

    @Override
    public String name() {
        return asker.source().name();
    }

    @Override
    public Answer<Map<String, BigDecimal>> closes(LocalDate day, Set<String> symbols) throws ProviderException {
        Set<String> wanted = new TreeSet<>(symbols);
        wanted.forEach(Symbols::check);
        Answer<Map<String, BigDecimal>> answer = asker.ask(form.closes(day, wanted));
        for (int back = 1; back <= MOST_DAYS_BACK && answer.value().isEmpty(); back++) {
            answer = asker.ask(form.closes(day.minusDays(back), wanted));
        }
        return answer;
    }

    @Override
    public Answer<Map<String, BigDecimal>> quotes(Set<String> symbols) throws ProviderException {
        Answers answers = new Answers(name(), clock.instant());
        for (Set<String> part : Symbols.parts(symbols)) {
            answers.add(asker.ask(form.quotes(part)));
        }
        return answers.all();
    }

    /** Names and values in turn. */
    static SequencedMap<String, String> parameters(String... namesAndValues) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }
}
