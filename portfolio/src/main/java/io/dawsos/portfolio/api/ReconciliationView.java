package io.dawsos.portfolio.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dawsos.portfolio.reconcile.Difference;
import io.dawsos.portfolio.reconcile.ReconciliationReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reconciliation as it is answered.
 *
 * @param differences absent in lists; of very many the first thousand
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReconciliationView(
        UUID id,
        boolean ok,
        String outcome,
        String pricingPackId,
        String pricingPackHash,
        LocalDate asof,
        @Nullable String ledgerCommitHash,
        int portfolios,
        int differenceCount,
        @Nullable List<DifferenceView> differences,
        Instant beganAt,
        Instant endedAt) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceView(
            String kind,
            @Nullable String portfolio,
            @Nullable String item,
            @Nullable BigDecimal inLedger,
            @Nullable BigDecimal inService,
            String detail) {

        static DifferenceView of(Difference difference) {
            return new DifferenceView(
                    difference.kind().text(),
                    difference.portfolio(),
                    difference.item(),
                    shortest(difference.inLedger()),
                    shortest(difference.inService()),
                    difference.detail());
        }

        private static @Nullable BigDecimal shortest(@Nullable BigDecimal number) {
            return number == null ? null : Shortest.of(number);
        }
    }

    static ReconciliationView of(ReconciliationReport report) {
        return view(
                report, report.differences().stream().map(DifferenceView::of).toList());
    }

    static ReconciliationView summary(ReconciliationReport report) {
        return view(report, null);
    }

    private static ReconciliationView view(ReconciliationReport report, @Nullable List<DifferenceView> differences) {
        return new ReconciliationView(
                report.id(),
                report.ok(),
                report.outcome().text(),
                report.packId(),
                report.packHash(),
                report.asof(),
                report.ledgerCommitHash(),
                report.portfolios(),
                report.differenceCount(),
                differences,
                report.beganAt(),
                report.endedAt());
    }
}
