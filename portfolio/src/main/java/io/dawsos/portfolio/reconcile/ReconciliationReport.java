package io.dawsos.portfolio.reconcile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of the ledger of record with what this service holds.
 *
 * @param packHash of the prices and rates that both sides were valued with
 * @param asof both sides are of the end of this day
 * @param ledgerCommitHash null when there is no ledger, or none that can be read
 * @param portfolios how many were compared
 * @param differenceCount all of them
 * @param differences the first ones, up to {@link #MOST_DIFFERENCES}
 */
public record ReconciliationReport(
        UUID id,
        String packId,
        String packHash,
        LocalDate asof,
        ReconciliationOutcome outcome,
        @Nullable String ledgerCommitHash,
        int portfolios,
        int differenceCount,
        List<Difference> differences,
        Instant beganAt,
        Instant endedAt) {

    public static final int MOST_DIFFERENCES = 1_000;

    public ReconciliationReport {
        differences = List.copyOf(differences);
    }

    /** Whether the pack may be used: nothing differs, or there is no ledger to differ from. */
    public boolean ok() {
        return outcome != ReconciliationOutcome.DIFFERENT;
    }
}
