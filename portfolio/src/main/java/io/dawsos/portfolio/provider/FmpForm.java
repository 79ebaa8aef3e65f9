package io.dawsos.portfolio.provider;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Financial Modeling Prep's EOD Bulk (CSV of all symbols of a day) and Batch Quote (JSON), both of its {@code stable}
 * API. It writes BRK-B where others write BRK.B.
 */
final class FmpForm implements PriceClient.Form {

    static final String KEY_PARAMETER = "apikey";

    /** Some 70 000 symbols of 90 bytes, and room. */
    private static final int MARKET_BYTES = 16 << 20;

    private static final int QUOTES_BYTES = 2 << 20;
    private static final CsvMapper CSV = new CsvMapper();

    @Override
    public Question<Map<String, BigDecimal>> closes(LocalDate day, Set<String> symbols) {
        return new Question<>(
                "eod_bulk",
                "/stable/eod-bulk",
                PriceClient.parameters("date", day.toString(), "datatype", "csv"),
                symbols,
                MARKET_BYTES,
                PriceClient.CLOSES_GOOD_FOR,
                body -> readCloses(body, day, symbols));
    }

    @Override
    public Question<Map<String, BigDecimal>> quotes(Set<String> symbols) {
        Set<String> theirs = symbols.stream().map(FmpForm::theirs).collect(Collectors.toCollection(TreeSet::new));
        return new Question<>(
                "batch_quote",
                "/stable/batch-quote",
                PriceClient.parameters("symbols", String.join(",", theirs)),
                symbols,
                QUOTES_BYTES,
                PriceClient.QUOTES_GOOD_FOR,
                body -> readQuotes(body, symbols));
    }

    static Map<String, BigDecimal> readCloses(byte[] body, LocalDate day, Set<String> symbols) throws BadAnswer {
        if (body.length > 0 && (body[0] == '{' || body[0] == '[')) {
            return nothingIn(Json.parse(body));
        }
        Map<String, String> ours = ours(symbols);
        Map<String, BigDecimal> closes = new HashMap<>();
        try (MappingIterator<String[]> rows = CSV.readerFor(String[].class)
                .with(CsvReadFeature.WRAP_AS_ARRAY)
                .readValues(new String(body, StandardCharsets.UTF_8))) {
            List<String> header = rows.hasNextValue() ? List.of(rows.nextValue()) : List.of();
            int symbolAt = column(header, "symbol");
            int dateAt = column(header, "date");
            int closeAt = column(header, "close");
            for (int line = 2; rows.hasNextValue(); line++) {
                String[] row = rows.nextValue();
                if (row.length != header.size()) {
                    throw BadAnswer.garbage(
                            "row %d: wanted %d columns, got %d".formatted(line, header.size(), row.length));
                }
                String symbol = ours.get(row[symbolAt]);
                if (symbol != null) {
                    checkDay(row[dateAt], day, line);
                    closes.put(symbol, Amounts.price(row[closeAt], "%s row %d, close".formatted(symbol, line)));
                }
            }
        } catch (JacksonException e) {
            throw BadAnswer.garbage("wanted CSV, got something else" + Json.place(e));
        }
        return Map.copyOf(closes);
    }

    private static int column(List<String> header, String name) throws BadAnswer {
        int at = header.indexOf(name);
        if (at < 0) {
            throw BadAnswer.garbage("row 1: wanted a column \"%s\", got none".formatted(name));
        }
        return at;
    }

    private static void checkDay(String came, LocalDate wanted, int line) throws BadAnswer {
        if (!came.startsWith(wanted.toString())) {
            throw BadAnswer.garbage("row %d, date: wanted %s, got another".formatted(line, wanted));
        }
    }

    static Map<String, BigDecimal> readQuotes(byte[] body, Set<String> symbols) throws BadAnswer {
        JsonNode root = Json.parse(body);
        if (root.isObject()) {
            return nothingIn(root);
        }
        Map<String, String> ours = ours(symbols);
        Map<String, BigDecimal> quotes = new HashMap<>();
        List<JsonNode> rows = Json.array(root, "answer");
        for (int i = 0; i < rows.size(); i++) {
            String where = "answer[" + i + "]";
            String symbol = ours.get(Json.text(Json.object(rows.get(i), where).path("symbol"), where + ".symbol"));
            if (symbol != null) {
                quotes.put(symbol, Amounts.price(rows.get(i).path("price"), symbol + " " + where + ".price"));
            }
        }
        return Map.copyOf(quotes);
    }

    /** What is wrong it tells with status 200 in an object, in place of a table as well as of a list. */
    private static Map<String, BigDecimal> nothingIn(JsonNode root) throws BadAnswer {
        JsonNode message = root.path("Error Message");
        if (message.isString() && message.stringValue().startsWith("Limit Reach")) {
            throw BadAnswer.limited("status 200 with an error message: the limit is reached");
        }
        if (root.isArray() && root.isEmpty()) {
            return Map.of();
        }
        throw Json.wrong("answer", "rows", root);
    }

    private static Map<String, String> ours(Set<String> symbols) {
        return symbols.stream().collect(Collectors.toMap(FmpForm::theirs, Function.identity(), (one, other) -> one));
    }

    private static String theirs(String symbol) {
        return symbol.replace('.', '-');
    }
}
