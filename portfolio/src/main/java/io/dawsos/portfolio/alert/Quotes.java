package io.dawsos.portfolio.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The newest intraday price of each security, kept so that one that is not quoted this time keeps its last. */
final class Quotes {

    private static final String KEEP = """
            INSERT INTO quotes AS q (security_no, price, quoted_at)
            SELECT s.security_no, v.price, ?
              FROM unnest(?::text[], ?::numeric[]) AS v (symbol, price) JOIN securities s USING (symbol)
             ORDER BY s.security_no
            ON CONFLICT (security_no) DO UPDATE SET price = excluded.price, quoted_at = excluded.quoted_at
             WHERE q.quoted_at < excluded.quoted_at
            """;

    private final JdbcClient database;

    Quotes(JdbcClient database) {
        this.database = database;
    }

    /** Quotes of what is no security are passed over. */
    void keep(Map<String, BigDecimal> quotes, Instant at) {
        List<Map.Entry<String, BigDecimal>> entries = List.copyOf(quotes.entrySet());
        String[] symbols = entries.stream().map(Map.Entry::getKey).toArray(String[]::new);
        String[] prices =
                entries.stream().map(quote -> quote.getValue().toPlainString()).toArray(String[]::new);
        database.sql(KEEP).params(at.atOffset(ZoneOffset.UTC), symbols, prices).update();
    }

    /** Those since the pack was built: older ones are in it. */
    Map<String, BigDecimal> since(long packNumber) {
        Map<String, BigDecimal> quotes = new HashMap<>();
        database.sql("SELECT s.symbol, q.price FROM quotes q JOIN securities s USING (security_no)"
                        + " WHERE q.quoted_at > (SELECT built_at FROM pricing_packs WHERE pack_no = ?)")
                .param(packNumber)
                .query(row -> {
                    quotes.put(row.getString(1), row.getBigDecimal(2));
                });
        return quotes;
    }
}
