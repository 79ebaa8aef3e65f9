package io.dawsos.portfolio.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lots in the database. */
public final class Lots {

    private static final String HELD = """
            SELECT l.lot_no, l.opened_on, l.quantity, l.remaining + coalesce(later.quantity, 0) AS held, l.unit_cost,
                   s.symbol, s.name, s.currency
              FROM lots l
              JOIN securities s USING (security_no)
              LEFT JOIN (SELECT lot_no, sum(quantity) AS quantity
                           FROM lot_closures
                          WHERE portfolio_id = ? AND closed_on > ?
                          GROUP BY lot_no) later USING (lot_no)
             WHERE l.portfolio_id = ? AND l.opened_on <= ?
               AND (l.remaining > 0 OR later.quantity > 0)
             ORDER BY s.symbol, l.opened_on, l.lot_no
            """;

    private final JdbcClient database;

    public Lots(JdbcClient database) {
        this.database = database;
    }

    /** The lots that were open at the end of the given day, with what remained of them then. */
    public List<HeldLot> heldOn(UUID portfolio, LocalDate day) {
        return database.sql(HELD)
                .params(portfolio, day, portfolio, day)
                .query(Lots::read)
                .list();
    }

    private static HeldLot read(ResultSet row, int number) throws SQLException {
        Lot lot = new Lot(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getBigDecimal(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5));
        return new HeldLot(lot, row.getString(6), row.getString(7), row.getString(8));
    }
}
