package io.dawsos.portfolio.alert;

import io.dawsos.telemetry.Capability;
import io.dawsos.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks for quotes of what portfolios with alerts hold, at an interval, and has them evaluated. Of several replicas one
 * asks each time: whichever comes first.
 */
public final class QuoteWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(QuoteWatch.class);

    private final JdbcClient database;
    private final Watchlist watchlist;
    private final QuoteSource source;
    private final AlertEvaluator evaluator;
    private final Duration every;
    private final Clock clock;
    private final Capability watch;
    private volatile @Nullable ScheduledExecutorService timer;

    QuoteWatch(
            JdbcClient database,
            QuoteSource source,
            AlertEvaluator evaluator,
            Duration every,
            Clock clock,
            Telemetry telemetry) {
        this.database = database;
        this.watchlist = new Watchlist(database);
        this.source = source;
        this.evaluator = evaluator;
        this.every = every;
        this.clock = clock;
        this.watch = telemetry.capability("quotes.watch");
    }

    /** One look, if it is due. */
    void look() {
        if (!isMine(clock.instant())) {
            return;
        }
        watch.execute(span -> {
            Set<String> symbols = new HashSet<>(watchlist.symbols());
            span.setAttribute("symbol_count", symbols.size());
            if (!symbols.isEmpty()) {
                QuoteSource.Quoted quoted = source.quotes(symbols);
                evaluator.onQuotes(quoted.prices(), quoted.at());
            }
        });
    }

    /** A little less than the interval, so that a timer which is early by a hair does not lose its turn. */
    private boolean isMine(Instant now) {
        Instant due = now.minus(every).plus(every.dividedBy(10));
        return database.sql("UPDATE alert_clocks SET told_at = ? WHERE clock = 'watch' AND told_at <= ?")
                        .params(now.atOffset(ZoneOffset.UTC), due.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            log.warn("quotes were not evaluated; asked for again in {}: {}", every, e.toString());
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("quotes").factory());
        var _ = started.scheduleWithFixedDelay(
                this::lookSafely, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService started = timer;
        if (started != null) {
            started.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
