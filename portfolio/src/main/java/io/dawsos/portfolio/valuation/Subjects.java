package io.dawsos.portfolio.valuation;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.ledger.Portfolios;
import io.dawsos.portfolio.pricing.PackRef;
import io.dawsos.portfolio.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks up what is to be valued. The pack's name comes with every lookup and not from a cache, so that a pack that
 * supersedes another is used from the next request on, by every replica.
 */
final class Subjects {

    private static final String LOOKUP = """
            SELECT p.owner, p.base_currency, k.pack_no, k.pack_id, k.pack_date, k.content_hash,
                   (SELECT ledger_commit_hash FROM reconciliations
                     WHERE pack_id = k.pack_id AND pack_hash = k.content_hash AND outcome = 'agreed'
                     ORDER BY reconciliation_no DESC LIMIT 1)
              FROM portfolios p
              LEFT JOIN LATERAL (SELECT pack_no, pack_id, pack_date, content_hash
                                   FROM pricing_packs
                                  WHERE pack_date <= ? AND status = 'fresh' AND superseded_by IS NULL
                                  ORDER BY pack_date DESC LIMIT 1) k ON true
             WHERE p.portfolio_id = ?
            """;

    private final JdbcClient database;

    Subjects(JdbcClient database) {
        this.database = database;
    }

    /** @throws Refused when the caller sees no such portfolio, or there is no pack for that day */
    Subject find(Caller caller, UUID portfolio, LocalDate asof) {
        Row row = database.sql(LOOKUP)
                .params(asof, portfolio)
                .query(Subjects::read)
                .optional()
                .filter(found -> caller.sees(found.owner))
                .orElseThrow(() -> Portfolios.unknown(portfolio));
        if (row.pack == null) {
            throw Refused.invalid("no-pricing-pack", "there is no pricing pack of %s or before".formatted(asof));
        }
        return new Subject(portfolio, asof, row.owner, row.baseCurrency, row.pack, row.ledgerCommitHash);
    }

    private record Row(
            String owner,
            String baseCurrency,
            @Nullable PackRef pack,
            @Nullable String ledgerCommitHash) {}

    private static Row read(ResultSet row, int number) throws SQLException {
        String packId = row.getString(4);
        PackRef pack = packId == null
                ? null
                : new PackRef(row.getLong(3), packId, row.getObject(5, LocalDate.class), row.getString(6));
        return new Row(row.getString(1), row.getString(2), pack, row.getString(7));
    }
}
