package io.dawsos.portfolio.pricing;

import io.dawsos.portfolio.alert.AlertEvaluator;
import io.dawsos.portfolio.database.DatabaseAway;
import io.dawsos.portfolio.reconcile.Reconciler;
import io.dawsos.portfolio.reconcile.ReconciliationReport;
import io.dawsos.telemetry.Capability;
import io.dawsos.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Builds packs, step by step, each step kept before it begins. A build that was cut off is taken up where it was left:
 * before its content is kept from the start, after that with the same content. Each run is a trace of its own, linked
 * from the request that asked for it.
 */
public final class PackBuilder {

    /** How a run ended. */
    enum Outcome {
        FRESH,
        /** It failed for a reason that may go away by itself. */
        FAILED_FOR_NOW,
        FAILED,
        /** It had ended already, or another replica has it. */
        NOT_MINE
    }

    private final PackBuilds builds;
    private final MarketClose market;
    private final PackPublisher publisher;
    private final Packs packs;
    private final Reconciler reconciler;
    private final AlertEvaluator alerts;
    private final PackBuildMetrics metrics;
    private final TransactionOperations transactions;
    private final BuildProgress progress;
    private final Clock clock;
    private final Capability building;

    PackBuilder(
            PackBuilds builds,
            MarketClose market,
            PackPublisher publisher,
            Packs packs,
            Reconciler reconciler,
            AlertEvaluator alerts,
            PackBuildMetrics metrics,
            TransactionOperations transactions,
            BuildProgress progress,
            Clock clock,
            Telemetry telemetry) {
        this.builds = builds;
        this.market = market;
        this.publisher = publisher;
        this.packs = packs;
        this.reconciler = reconciler;
        this.alerts = alerts;
        this.metrics = metrics;
        this.transactions = transactions;
        this.progress = progress;
        this.clock = clock;
        this.building = telemetry.capability("pricing_pack.build").expecting(TakenOverException.class);
    }

    /**
     * Runs the build to its end.
     *
     * @throws RuntimeException when the database is away: the build is as it was, to be run again
     */
    Outcome run(UUID id) {
        Optional<PackBuild> taken = builds.take(id, now());
        return taken.map(this::run).orElse(Outcome.NOT_MINE);
    }

    private Outcome run(PackBuild build) {
        try (Scope _ = Context.root().makeCurrent()) {
            building.execute(span -> build(span, build));
            metrics.refresh(now());
            return Outcome.FRESH;
        } catch (TakenOverException e) {
            return Outcome.NOT_MINE; // told in the trace; what is to be done is done by the other
        } catch (BuildFailedException e) {
            return fail(build, String.valueOf(e.getMessage()), e.isPassing());
        } catch (RuntimeException e) {
            if (DatabaseAway.saidBy(e)) {
                throw e;
            }
            return fail(build, "the service failed: " + e.getClass().getSimpleName(), false);
        }
    }

    private Outcome fail(PackBuild build, String error, boolean passing) {
        transactions.executeWithoutResult(_ -> {
            builds.end(build, "failed", error, now());
            builds.find(build.id()).map(PackBuild::pack).ifPresent(publisher::reject);
        });
        metrics.failed();
        metrics.refresh(now());
        return passing ? Outcome.FAILED_FOR_NOW : Outcome.FAILED;
    }

    private void build(Span span, PackBuild build) {
        TraceLink.link(span, build.traceParent());
        span.setAttribute("pricing_pack_id", PackRef.id(build.date()));
        span.setAttribute("pack_build_id", build.id().toString());
        span.setAttribute("pack_build_run", build.run());
        PackRef kept = build.pack();
        PackRef ref = kept == null ? gather(span, build) : kept;
        PricingPack pack;
        if (build.freshAt() == null) {
            begin(build, BuildStep.PREWARM);
            pack = packs.get(ref).pack();
            reconcile(build, pack);
            release(build, ref);
        } else {
            pack = packs.get(ref).pack();
        }
        begin(build, BuildStep.ALERTS);
        builds.end(build, "fresh", evaluate(pack), now());
    }

    private PackRef gather(Span span, PackBuild build) {
        begin(build, BuildStep.PRICES);
        MarketClose.Prices prices = market.prices(build.date());
        span.setAttribute("price_sources", prices.sources());
        begin(build, BuildStep.RATES);
        Map<String, BigDecimal> rates = market.rates(build.date());
        begin(build, BuildStep.HASH);
        PackContent content = new PackContent(prices.bySymbol(), rates);
        span.setAttribute("pricing_pack_hash", content.hash());
        begin(build, BuildStep.WARMING);
        return Objects.requireNonNull(transactions.execute(_ -> {
            PackRef made = publisher.prepare(build.date(), content);
            builds.keptContent(build, made, prices.sources());
            return made;
        }));
    }

    private void reconcile(PackBuild build, PricingPack pack) {
        begin(build, BuildStep.RECONCILIATION);
        ReconciliationReport report = reconciler.reconcile(pack);
        builds.reconciled(build, report.id());
        if (!report.ok()) {
            throw new BuildFailedException(
                    "the ledger of record and this service differ in %d places: reconciliation %s"
                            .formatted(report.differenceCount(), report.id()),
                    false,
                    null);
        }
    }

    private void release(PackBuild build, PackRef ref) {
        begin(build, BuildStep.FRESH);
        Instant fresh = now();
        transactions.executeWithoutResult(_ -> {
            builds.fresh(build, fresh);
            publisher.release(ref, fresh);
        });
        metrics.succeeded(Duration.between(Objects.requireNonNull(build.beganAt()), fresh));
    }

    /** The pack is fresh, whatever becomes of the alerts. */
    private @Nullable String evaluate(PricingPack pack) {
        try {
            alerts.onPackFresh(pack);
            return null;
        } catch (RuntimeException e) {
            if (DatabaseAway.saidBy(e)) {
                throw e;
            }
            return "alerts were not evaluated: " + e.getClass().getSimpleName(); // logged, with its trace, by them
        }
    }

    private void begin(PackBuild build, BuildStep step) {
        builds.step(build, step, now());
        progress.begins(build, step);
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
