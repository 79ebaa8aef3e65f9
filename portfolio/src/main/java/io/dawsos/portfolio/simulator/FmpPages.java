package io.dawsos.portfolio.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** FMP's EOD Bulk, Batch Quote and light historical prices. */
final class FmpPages implements ProviderPages {

    private static final int VOLUME = 1_000_000;

    private final SimulatedMarket market;

    FmpPages(SimulatedMarket market) {
        this.market = market;
    }

    @Override
    public Page answer(Call call) {
        if (call.parameter("apikey").isEmpty()) {
            return error(401, "Invalid API KEY. Feel free to create a Free API Key");
        }
        return switch (call.path()) {
            case "/stable/eod-bulk" ->
                call.date("date").map(this::bulk).orElse(error(400, "Query Error: Invalid or missing date"));
            case "/stable/batch-quote" -> quotes(call.list("symbols"));
            default -> error(404, "Not found");
        };
    }

    private static Page error(int status, String message) {
        return Page.json(status, Map.of("Error Message", message));
    }

    private Page bulk(LocalDate day) {
        StringBuilder csv =
                new StringBuilder("\"symbol\",\"date\",\"open\",\"low\",\"high\",\"close\",\"adjClose\",\"volume\"\n");
        for (String symbol : market.symbols()) {
            market.close(symbol, day)
                    .map(BigDecimal::toPlainString)
                    .ifPresent(price -> csv.append("\"%1$s\",\"%2$s\",%3$s,%3$s,%3$s,%3$s,%3$s,%4$d%n"
                            .formatted(theirs(symbol), day, price, VOLUME)));
        }
        return Page.csv(csv.toString());
    }

    private Page quotes(List<String> symbols) {
        Instant now = market.now();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String symbol : symbols) {
            market.quote(ours(symbol), now).ifPresent(price -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("symbol", symbol);
                row.put("name", symbol);
                row.put("price", price);
                row.put("volume", VOLUME);
                row.put("exchange", "SIMULATED");
                row.put("timestamp", now.getEpochSecond());
                rows.add(row);
            });
        }
        return Page.json(200, rows);
    }

    private static String theirs(String symbol) {
        return symbol.replace('.', '-');
    }

    private static String ours(String symbol) {
        return symbol.replace('-', '.');
    }
}
