package io.dawsos.portfolio.reconcile;

import io.dawsos.portfolio.beancount.Books;
import io.dawsos.portfolio.beancount.Ledger;
import io.dawsos.portfolio.beancount.LedgerException;
import io.dawsos.portfolio.beancount.LedgerReader;
import io.dawsos.portfolio.pricing.PricingPack;
import io.dawsos.telemetry.Capability;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.metrics.Counter;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the ledger of record with what this service holds at the end of a pricing pack's day. Whatever is found is
 * kept as a report; a difference is counted and logged once, with the report's id.
 */
public final class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final LedgerFile file;
    private final ServiceSideStore service;
    private final Reconciliations reports;
    private final Clock clock;
    private final Capability reconciling;
    private final Capability reading;
    private final Counter failures;

    Reconciler(LedgerFile file, ServiceSideStore service, Reconciliations reports, Clock clock, Telemetry telemetry) {
        this.file = file;
        this.service = service;
        this.reports = reports;
        this.clock = clock;
        this.reconciling = telemetry.capability("ledger.reconcile");
        this.reading = telemetry
                .capability("ledger.read")
                .expecting(LedgerException.class)
                .expecting(IOException.class);
        this.failures = telemetry
                .metrics()
                .counter(
                        "reconciliation_failures_total",
                        "Reconciliations that found the ledger of record and this service to differ.")
                .init();
    }

    /**
     * @param pack need not be in use yet
     * @return what was found, once it is kept; {@link ReconciliationReport#ok} is true when there is no ledger
     */
    public ReconciliationReport reconcile(PricingPack pack) {
        return reconciling.run(span -> {
            ReconciliationReport report = compare(pack, clock.instant());
            describe(span, report);
            reports.add(report);
            if (!report.ok()) {
                failures.inc();
                logOnce(report);
            }
            return report;
        });
    }

    private ReconciliationReport compare(PricingPack pack, Instant began) {
        LocalDate day = LocalDate.parse(pack.id().substring("PP_".length()));
        Draft draft = new Draft(pack, day, began);
        try {
            return file.equals(LedgerFile.NONE) ? draft.noLedger() : compare(pack, day, draft);
        } catch (LedgerException e) {
            return draft.unreadable(e.errors().stream().map(Object::toString).toList());
        } catch (LedgerSide.BadMarkException e) {
            return draft.unreadable(List.of(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return draft.unreadable(List.of("the ledger cannot be read: " + e));
        }
    }

    /** This service first: what is traded while the ledger is read is no difference. */
    private ReconciliationReport compare(PricingPack pack, LocalDate day, Draft draft)
            throws IOException, LedgerException, LedgerSide.BadMarkException {
        ServiceSide held = service.read(pack, day);
        Read read = read(file.main(held.lastTrades()), day);
        LedgerSide recorded = new LedgerSide(read.books, held.currencies());
        LedgerValuer valuer = new LedgerValuer(recorded, pack, held.currencies());
        List<Difference> found = new Comparison(recorded, held, valuer).differences();
        return draft.compared(read.commitHash, held.portfolios().size(), found);
    }

    private record Read(String commitHash, Books books) {}

    private Read read(Path main, LocalDate day) throws IOException, LedgerException {
        // A capability lets one kind of checked exception through.
        try {
            return reading.<Read, Exception>run(span -> {
                Ledger ledger = new LedgerReader().read(main);
                span.setAttribute("ledger_commit_hash", ledger.commitHash());
                span.setAttribute("directive_count", ledger.directives().size());
                return new Read(ledger.commitHash(), Books.of(ledger, day));
            });
        } catch (IOException | LedgerException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void describe(Span span, ReconciliationReport report) {
        span.setAttribute("reconciliation_id", report.id().toString());
        span.setAttribute("pricing_pack_id", report.packId());
        span.setAttribute("portfolio_count", report.portfolios());
        span.setAttribute("difference_count", report.differenceCount());
    }

    private static void logOnce(ReconciliationReport report) {
        Map<String, Long> kinds = report.differences().stream()
                .collect(Collectors.groupingBy(
                        difference -> difference.kind().text(), TreeMap::new, Collectors.counting()));
        log.atError()
                .addKeyValue("reconciliation_id", report.id().toString())
                .addKeyValue("pricing_pack_id", report.packId())
                .addKeyValue("difference_count", report.differenceCount())
                .addKeyValue("kinds", kinds.toString())
                .log("the ledger of record and this service differ");
    }

    /** What is known of a report before it is made. */
    private final class Draft {

        private final PricingPack pack;
        private final LocalDate day;
        private final Instant began;

        Draft(PricingPack pack, LocalDate day, Instant began) {
            this.pack = pack;
            this.day = day;
            this.began = began;
        }

        ReconciliationReport noLedger() {
            return report(ReconciliationOutcome.NO_LEDGER, null, 0, List.of());
        }

        ReconciliationReport unreadable(List<String> errors) {
            List<Difference> found = errors.stream()
                    .map(error -> new Difference(DifferenceKind.UNREADABLE_LEDGER, null, null, null, null, error))
                    .toList();
            return report(ReconciliationOutcome.DIFFERENT, null, 0, found);
        }

        ReconciliationReport compared(String hash, int portfolios, List<Difference> found) {
            return report(
                    found.isEmpty() ? ReconciliationOutcome.AGREED : ReconciliationOutcome.DIFFERENT,
                    hash,
                    portfolios,
                    found);
        }

        private ReconciliationReport report(
                ReconciliationOutcome outcome, @Nullable String hash, int portfolios, List<Difference> found) {
            int kept = Math.min(found.size(), ReconciliationReport.MOST_DIFFERENCES);
            return new ReconciliationReport(
                    UUID.randomUUID(),
                    pack.id(),
                    pack.hash(),
                    day,
                    outcome,
                    hash,
                    portfolios,
                    found.size(),
                    found.subList(0, kept),
                    began,
                    clock.instant());
        }
    }
}
