package io.dawsos.portfolio;

import io.dawsos.portfolio.ledger.PortfolioCount;
import io.dawsos.portfolio.ledger.Portfolios;
import io.dawsos.portfolio.pricing.PackBuildMetrics;
import io.dawsos.portfolio.pricing.PackStore;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.metrics.Info;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Keeps the metrics that tell what the database holds: every fifteen seconds, as other replicas write to it as well.
 * Away from the database they stay as they were.
 */
final class Census implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Census.class);
    private static final long SECONDS = 15;
    private static final String UNKNOWN = "none";

    private final Settings settings;
    private final Portfolios portfolios;
    private final PortfolioCount count;
    private final PackStore packs;
    private final PackBuildMetrics builds;
    private final Clock clock;
    private final Info system;
    private final String version;
    private volatile @Nullable ScheduledExecutorService timer;

    Census(
            Settings settings,
            Portfolios portfolios,
            PortfolioCount count,
            PackStore packs,
            PackBuildMetrics builds,
            Clock clock,
            Telemetry telemetry) {
        this.settings = settings;
        this.portfolios = portfolios;
        this.count = count;
        this.packs = packs;
        this.builds = builds;
        this.clock = clock;
        this.system = telemetry
                .metrics()
                .info("dawsos_system", "What is running here.", "version", "environment", "pricing_pack_id");
        String built = Census.class.getPackage().getImplementationVersion();
        this.version = built == null ? "unpackaged" : built;
        system.set(version, settings.environment(), UNKNOWN);
    }

    private void take() {
        try {
            count.counted(portfolios.count());
            system.set(version, settings.environment(), packs.latestId().orElse(UNKNOWN));
            builds.refresh(clock.instant());
        } catch (DataAccessException e) {
            log.debug("no census: the database did not answer", e);
        } catch (RuntimeException e) {
            log.error("no census", e); // a timer's task that throws is never run again
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("census").daemon().factory());
        timer = made;
        take();
        var _ = made.scheduleWithFixedDelay(this::take, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    /** After the first start's data, before requests. */
    @Override
    public int getPhase() {
        return 1;
    }
}
