package io.dawsos.portfolio.alert;

import io.dawsos.portfolio.alert.Condition.FallsWithin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What portfolios were worth at each reading of the last day, of those that have an alert with a window. */
final class ValueHistory {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final String KEEP = """
            INSERT INTO value_readings (portfolio_id, read_at, holdings, value)
            SELECT v.portfolio_id, ?, v.holdings, v.value
              FROM unnest(?::uuid[], ?::text[], ?::numeric[]) AS v (portfolio_id, holdings, value)
            ON CONFLICT DO NOTHING
            """;
    private static final String PEAKS = """
            SELECT a.alert_id, r.read_at, r.value
              FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[])
                   AS a (alert_id, portfolio_id, since, holdings)
             CROSS JOIN LATERAL (SELECT read_at, value FROM value_readings r
                                  WHERE r.portfolio_id = a.portfolio_id AND r.holdings = a.holdings
                                    AND r.read_at >= a.since AND r.read_at < ?
                                  ORDER BY value DESC, read_at DESC LIMIT 1) r
            """;

    private final JdbcClient database;

    ValueHistory(JdbcClient database) {
        this.database = database;
    }

    /** @param holdings a hash of what is held: a trade begins the history anew, as a sale is no fall */
    record Entry(UUID portfolio, String holdings, BigDecimal value) {}

    void keep(Collection<Entry> entries, Instant at) {
        database.sql(KEEP)
                .params(
                        at.atOffset(ZoneOffset.UTC),
                        texts(entries, entry -> entry.portfolio.toString()),
                        texts(entries, Entry::holdings),
                        texts(entries, entry -> entry.value.toPlainString()))
                .update();
    }

    /** The highest value within the window of each alert that has one, by alert; the newest of equal ones. */
    Map<UUID, Reading.Reference> peaks(List<Watched> alerts, Map<UUID, Entry> now, Instant at) {
        List<Asked> asked = new ArrayList<>();
        for (Watched watched : alerts) {
            Entry entry = now.get(watched.alert().portfolioId());
            if (entry != null && watched.alert().condition() instanceof FallsWithin within) {
                asked.add(new Asked(watched.alert().id(), entry, at.minus(within.window())));
            }
        }
        Map<UUID, Reading.Reference> peaks = new HashMap<>();
        database.sql(PEAKS)
                .params(
                        texts(asked, each -> each.alert.toString()),
                        texts(asked, each -> each.entry.portfolio.toString()),
                        texts(asked, each -> each.since.toString()),
                        texts(asked, each -> each.entry.holdings),
                        at.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    Instant readAt = row.getObject(2, OffsetDateTime.class).toInstant();
                    peaks.put(
                            row.getObject(1, UUID.class),
                            new Reading.Reference(row.getBigDecimal(3), readAt.toString()));
                });
        return peaks;
    }

    private record Asked(UUID alert, Entry entry, Instant since) {}

    void forgetBefore(Instant now) {
        database.sql("DELETE FROM value_readings WHERE read_at < ?")
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static <T> String[] texts(Collection<T> of, Function<T, String> part) {
        return of.stream().map(part).toArray(String[]::new);
    }
}
