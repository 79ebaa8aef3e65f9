package io.dawsos.portfolio.pricing;

import io.dawsos.portfolio.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pricing packs in the database. */
public final class PackStore {

    private static final String CURRENT = "status = 'fresh' AND superseded_by IS NULL";
    private static final String CONTENT = """
            SELECT s.symbol, p.price, true FROM prices p JOIN securities s USING (security_no) WHERE p.pack_no = ?
            UNION ALL
            SELECT currency, usd, false FROM fx_rates WHERE pack_no = ?
            """;

    private final JdbcClient database;

    public PackStore(JdbcClient database) {
        this.database = database;
    }

    public PricingPack load(PackRef ref) {
        Map<String, BigDecimal> prices = HashMap.newHashMap(512);
        Map<String, BigDecimal> rates = new HashMap<>();
        database.sql(CONTENT).params(ref.number(), ref.number()).query(row -> {
            (row.getBoolean(3) ? prices : rates).put(row.getString(1), row.getBigDecimal(2));
        });
        return new PricingPack(ref.id(), ref.hash(), new PackContent(prices, rates));
    }

    /** @throws Refused when there is no pack yet */
    public PackStatus latest() {
        return database.sql("""
                        SELECT pack_id, pack_date, status, content_hash, built_at,
                               (SELECT count(*) FROM prices p WHERE p.pack_no = k.pack_no),
                               (SELECT count(*) FROM fx_rates r WHERE r.pack_no = k.pack_no)
                          FROM pricing_packs k
                        """ + " WHERE " + CURRENT + " ORDER BY pack_date DESC LIMIT 1")
                .query((row, number) -> new PackStatus(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(6),
                        row.getInt(7),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .optional()
                .orElseThrow(() -> Refused.unknown("no-pricing-pack", "there is no pricing pack yet"));
    }

    public Optional<String> latestId() {
        return database.sql("SELECT pack_id FROM pricing_packs WHERE " + CURRENT + " ORDER BY pack_date DESC LIMIT 1")
                .query(String.class)
                .optional();
    }

    /** The days from the given one on that have a fresh pack. */
    public Set<LocalDate> freshSince(LocalDate day) {
        return database.sql("SELECT pack_date FROM pricing_packs WHERE " + CURRENT + " AND pack_date >= ?")
                .param(day)
                .query(LocalDate.class)
                .set();
    }

    /** The currencies that the newest pack has rates of; empty while there is no pack. */
    public List<String> currencies() {
        return database.sql("""
                        SELECT currency FROM fx_rates
                         WHERE pack_no = (SELECT pack_no FROM pricing_packs
                        """ + " WHERE " + CURRENT + " ORDER BY pack_date DESC LIMIT 1) ORDER BY currency")
                .query(String.class)
                .list();
    }
}
