package io.dawsos.portfolio.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The reports in the database. */
public final class Reconciliations {

    private static final String REPORTS = """
            SELECT reconciliation_id, pack_id, pack_hash, asof, outcome, ledger_commit_hash, portfolios, differences,
                   began_at, ended_at
              FROM reconciliations
            """;

    private final JdbcClient database;
    private final TransactionOperations transactions;

    public Reconciliations(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    void add(ReconciliationReport report) {
        transactions.executeWithoutResult(_ -> {
            insert(report);
            for (int place = 0; place < report.differences().size(); place++) {
                insert(report.id(), place, report.differences().get(place));
            }
        });
    }

    private void insert(ReconciliationReport report) {
        database.sql("""
                        INSERT INTO reconciliations (reconciliation_id, pack_id, pack_hash, asof, outcome,
                                                     ledger_commit_hash, portfolios, differences, began_at, ended_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(report.id())
                .param(report.packId())
                .param(report.packHash())
                .param(report.asof())
                .param(report.outcome().text())
                .param(6, report.ledgerCommitHash(), Types.VARCHAR)
                .param(report.portfolios())
                .param(report.differenceCount())
                .param(report.beganAt().atOffset(ZoneOffset.UTC))
                .param(report.endedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void insert(UUID report, int place, Difference difference) {
        database.sql("""
                        INSERT INTO reconciliation_differences (reconciliation_id, place, kind, portfolio, item,
                                                                in_ledger, in_service, detail)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(report)
                .param(place)
                .param(difference.kind().text())
                .param(4, difference.portfolio(), Types.VARCHAR)
                .param(5, difference.item(), Types.VARCHAR)
                .param(6, difference.inLedger(), Types.NUMERIC)
                .param(7, difference.inService(), Types.NUMERIC)
                .param(difference.detail())
                .update();
    }

    public Optional<ReconciliationReport> find(UUID id) {
        return database.sql(REPORTS + " WHERE reconciliation_id = ?")
                .param(id)
                .query((row, _) -> report(row, differences(id)))
                .optional();
    }

    /**
     * The newest first, without their differences.
     *
     * @param after the last one of the page before; null for the first page
     */
    public List<ReconciliationReport> page(@Nullable UUID after, int limit) {
        String from = after == null
                ? ""
                : " WHERE reconciliation_no < (SELECT reconciliation_no FROM reconciliations"
                        + " WHERE reconciliation_id = ?)";
        return database.sql(REPORTS + from + " ORDER BY reconciliation_no DESC LIMIT ?")
                .params(after == null ? List.of(limit) : List.of(after, limit))
                .query((row, _) -> report(row, List.of()))
                .list();
    }

    private List<Difference> differences(UUID id) {
        return database.sql("SELECT kind, portfolio, item, in_ledger, in_service, detail"
                        + " FROM reconciliation_differences WHERE reconciliation_id = ? ORDER BY place")
                .param(id)
                .query((row, _) -> new Difference(
                        DifferenceKind.named(row.getString(1)).orElseThrow(),
                        row.getString(2),
                        row.getString(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5),
                        row.getString(6)))
                .list();
    }

    private static ReconciliationReport report(ResultSet row, List<Difference> differences) throws SQLException {
        return new ReconciliationReport(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                ReconciliationOutcome.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getString(6),
                row.getInt(7),
                row.getInt(8),
                differences,
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }
}
