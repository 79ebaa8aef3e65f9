package io.dawsos.portfolio.pricing;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Gauge;
import io.dawsos.telemetry.metrics.Histogram;
import io.dawsos.telemetry.metrics.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How builds go. Builds are counted where they ran; what the database tells, every replica shows. All are there from the
 * start, at 0.
 */
public final class PackBuildMetrics {

    private static final double[] SECONDS = {60, 300, 600, 900, 1200};

    private final PackStore packs;
    private final PackBuilds builds;
    private final PackSchedule schedule;
    private final PackFreshness freshness;
    private final Histogram.Series seconds;
    private final Counter.Series successes;
    private final Counter.Series failures;
    private final Gauge.Series lastSeconds;
    private final Gauge.Series late;

    PackBuildMetrics(PackStore packs, PackBuilds builds, PackSchedule schedule, Telemetry telemetry) {
        Metrics metrics = telemetry.metrics();
        this.packs = packs;
        this.builds = builds;
        this.schedule = schedule;
        this.freshness = new PackFreshness(packs, schedule, telemetry);
        this.seconds = metrics.histogram(
                        "pricing_pack_build_duration_seconds",
                        "How long it took to build a pricing pack, from its start until it was fresh.",
                        SECONDS)
                .series();
        this.successes = metrics.counter("pricing_pack_build_success_total", "Pricing packs built.")
                .series();
        this.failures = metrics.counter("pricing_pack_build_failures_total", "Pricing packs that failed to build.")
                .series();
        this.lastSeconds = metrics.gauge(
                        "pricing_pack_build_last_duration_seconds",
                        "How long the newest successful build of a pricing pack took.")
                .series();
        this.late = metrics.gauge(
                        "pricing_pack_late_seconds",
                        "How long after its deadline the newest pricing pack that is due turned fresh, or how long it"
                                + " is overdue; 0 in time.")
                .series();
    }

    void succeeded(Duration took) {
        successes.inc();
        seconds.observe(took.toNanos() / 1e9);
    }

    void failed() {
        failures.inc();
    }

    /** Shows what the database tells now. */
    public synchronized void refresh(Instant now) {
        LocalDate due = schedule.newestDueMarketDay(now);
        freshness.update(due);
        lastSeconds.set(builds.lastDuration().map(took -> took.toNanos() / 1e9).orElse(0.0));
        late.set(late(due, now).toNanos() / 1e9);
    }

    private Duration late(LocalDate due, Instant now) {
        Optional<Instant> fresh = builds.firstFresh(due);
        if (fresh.isEmpty() && packs.freshSince(due).contains(due)) {
            return Duration.ZERO; // there without a build, such as the demo's
        }
        Duration late = Duration.between(schedule.deadline(due), fresh.orElse(now));
        return late.isNegative() ? Duration.ZERO : late;
    }
}
