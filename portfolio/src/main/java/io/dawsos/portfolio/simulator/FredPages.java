package io.dawsos.portfolio.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** FRED's observations of exchange rates, with its full stop on days without one. */
final class FredPages implements ProviderPages {

    private static final int MOST_DAYS = 4_000;
    private static final int DIGITS = 4;
    private static final Map<String, String> DOLLARS = Map.of("DEXUSEU", "EUR", "DEXUSUK", "GBP");
    private static final Map<String, String> PER_DOLLAR = Map.of("DEXSZUS", "CHF", "DEXJPUS", "JPY");
    private static final Map<String, Double> LEVELS = Map.of("CHF", 0.88, "JPY", 151.0);
    private static final Set<MonthDay> HOLIDAYS = Set.of(MonthDay.of(1, 1), MonthDay.of(7, 4), MonthDay.of(12, 25));

    private final SimulatedMarket market;

    FredPages(SimulatedMarket market) {
        this.market = market;
    }

    @Override
    public Page answer(Call call) {
        if (call.parameter("api_key").isEmpty()) {
            return error(400, "Bad Request.  Variable api_key is not set.");
        }
        if (!call.path().equals("/fred/series/observations")) {
            return error(404, "Not Found");
        }
        String series = call.parameter("series_id").orElse("");
        if (!DOLLARS.containsKey(series) && !PER_DOLLAR.containsKey(series)) {
            return error(400, "Bad Request.  The series does not exist.");
        }
        return observations(call, series);
    }

    private static Page error(int status, String message) {
        return Page.json(status, Map.of("error_code", status, "error_message", message));
    }

    private Page observations(Call call, String series) {
        LocalDate end =
                call.date("observation_end").orElse(LocalDate.ofInstant(market.now(), java.time.ZoneOffset.UTC));
        LocalDate start = call.date("observation_start").orElse(end.minusYears(1));
        LocalDate first = start.isBefore(end.minusDays(MOST_DAYS)) ? end.minusDays(MOST_DAYS) : start;
        List<Map<String, Object>> rows = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(end); day = day.plusDays(1)) {
            if (TradingDays.isOne(day)) {
                rows.add(row(day, value(series, day), end));
            }
        }
        if (call.parameter("sort_order").orElse("asc").equals("desc")) {
            rows.sort(Comparator.comparing((Map<String, Object> row) -> String.valueOf(row.get("date")))
                    .reversed());
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("observation_start", start.toString());
        answer.put("observation_end", end.toString());
        answer.put("units", "lin");
        answer.put("count", rows.size());
        answer.put("offset", 0);
        answer.put("limit", 100_000);
        answer.put("observations", rows);
        return Page.json(200, answer);
    }

    private static Map<String, Object> row(LocalDate day, Optional<BigDecimal> value, LocalDate end) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("realtime_start", end.toString());
        row.put("realtime_end", end.toString());
        row.put("date", day.toString());
        row.put("value", value.map(BigDecimal::toPlainString).orElse("."));
        return row;
    }

    private Optional<BigDecimal> value(String series, LocalDate day) {
        if (HOLIDAYS.contains(MonthDay.from(day))) {
            return Optional.empty();
        }
        String currency = DOLLARS.get(series);
        return currency == null ? perDollar(series, day) : market.rate(currency, day);
    }

    /** Not in the demo's market: a level and a little around it. */
    private static Optional<BigDecimal> perDollar(String series, LocalDate day) {
        double level = LEVELS.getOrDefault(PER_DOLLAR.getOrDefault(series, ""), 1.0);
        double value = level * StrictMath.exp(SeededReturns.draw(series, day.toEpochDay(), 0.004));
        return Optional.of(BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN));
    }
}
