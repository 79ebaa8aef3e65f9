package io.dawsos.portfolio.ledger;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portfolios in the database. */
public final class Portfolios {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String COLUMNS = "portfolio_id, owner, name, base_currency, created_at";

    private final JdbcClient database;

    public Portfolios(JdbcClient database) {
        this.database = database;
    }

    public Portfolio create(String owner, String name, String baseCurrency) {
        return database.sql("INSERT INTO portfolios (portfolio_id, owner, name, base_currency) VALUES (?, ?, ?, ?)"
                        + " RETURNING " + COLUMNS)
                .params(UUID.randomUUID(), owner, name, baseCurrency)
                .query(Portfolios::read)
                .single();
    }

    /** @throws Refused when there is none, or none that the caller may see: the answer is the same */
    public Portfolio get(Caller caller, UUID id) {
        return database.sql("SELECT " + COLUMNS + " FROM portfolios WHERE portfolio_id = ?")
                .param(id)
                .query(Portfolios::read)
                .optional()
                .filter(portfolio -> caller.sees(portfolio.owner()))
                .orElseThrow(() -> unknown(id));
    }

    /** In the order of their ids, from the first one after the given. */
    public List<Portfolio> page(Caller caller, Optional<UUID> after, int limit) {
        String sql = "SELECT " + COLUMNS + " FROM portfolios WHERE portfolio_id > ?"
                + (caller.seesAll() ? "" : " AND owner = ?") + " ORDER BY portfolio_id LIMIT ?";
        UUID from = after.orElse(BEFORE_ALL);
        return database.sql(sql)
                .params(caller.seesAll() ? List.of(from, limit) : List.of(from, caller.userId(), limit))
                .query(Portfolios::read)
                .list();
    }

    public long count() {
        return database.sql("SELECT count(*) FROM portfolios").query(Long.class).single();
    }

    public static Refused unknown(UUID id) {
        return Refused.unknown("unknown-portfolio", "there is no portfolio %s".formatted(id));
    }

    private static Portfolio read(ResultSet row, int number) throws SQLException {
        return new Portfolio(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
