package io.dawsos.portfolio.alert;

import io.dawsos.portfolio.pricing.PackRef;
import io.dawsos.portfolio.pricing.PricingPack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which pricing packs there are around a day. */
final class PackHistory {

    private static final String NEWEST = """
            SELECT pack_no, pack_id, pack_date, content_hash FROM pricing_packs
             WHERE status = 'fresh' AND superseded_by IS NULL AND pack_date < ?
             ORDER BY pack_date DESC LIMIT 1
            """;

    private final JdbcClient database;

    PackHistory(JdbcClient database) {
        this.database = database;
    }

    /** The newest fresh pack before the day. */
    Optional<PackRef> before(LocalDate day) {
        return database.sql(NEWEST).param(day).query(PackHistory::read).optional();
    }

    boolean isNewest(LocalDate day) {
        return database.sql("SELECT NOT EXISTS (SELECT FROM pricing_packs"
                        + " WHERE status = 'fresh' AND superseded_by IS NULL AND pack_date > ?)")
                .param(day)
                .query(Boolean.class)
                .single();
    }

    static LocalDate day(PricingPack pack) {
        return LocalDate.parse(pack.id().substring("PP_".length()));
    }

    private static PackRef read(ResultSet row, int number) throws SQLException {
        return new PackRef(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class), row.getString(4));
    }
}
