package io.dawsos.portfolio.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The open lots of many portfolios, in one query. */
public final class HeldBooks {

    private static final String HELD = """
            SELECT l.lot_no, l.opened_on, l.quantity, l.remaining + coalesce(later.quantity, 0), l.unit_cost,
                   s.symbol, s.name, s.currency, l.portfolio_id
              FROM lots l
              JOIN securities s USING (security_no)
              LEFT JOIN (SELECT lot_no, sum(quantity) AS quantity
                           FROM lot_closures
                          WHERE portfolio_id = ANY (?::uuid[]) AND closed_on > ?
                          GROUP BY lot_no) later USING (lot_no)
             WHERE l.portfolio_id = ANY (?::uuid[]) AND l.opened_on <= ?
               AND (l.remaining > 0 OR later.quantity > 0)
             ORDER BY s.symbol, l.opened_on, l.lot_no
            """;

    private final JdbcClient database;

    public HeldBooks(JdbcClient database) {
        this.database = database;
    }

    /** As {@link Lots#heldOn}, by portfolio; one that holds nothing is not in the answer. */
    public Map<UUID, List<HeldLot>> heldOn(Collection<UUID> portfolios, LocalDate day) {
        String[] ids = portfolios.stream().map(UUID::toString).toArray(String[]::new);
        Map<UUID, List<HeldLot>> books = new HashMap<>();
        database.sql(HELD).params(ids, day, ids, day).query(row -> {
            books.computeIfAbsent(row.getObject(9, UUID.class), _ -> new ArrayList<>())
                    .add(read(row));
        });
        return books;
    }

    private static HeldLot read(ResultSet row) throws SQLException {
        Lot lot = new Lot(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getBigDecimal(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5));
        return new HeldLot(lot, row.getString(6), row.getString(7), row.getString(8));
    }
}
