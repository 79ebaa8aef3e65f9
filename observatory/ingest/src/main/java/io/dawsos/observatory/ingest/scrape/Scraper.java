package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.model.SeriesSink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Scrapes the targets of a configuration, each in a virtual thread of its own, so that a bad one costs only itself. Safe
 * for use by many threads. Closing stops the scrapes and leaves the series open: after a restart they go on.
 */
public final class Scraper implements AutoCloseable {
    /** How soon a changed file of targets is noticed. */
    private static final Duration FILE_LOOK = Duration.ofSeconds(1);

    private static final long LEAST_MAX_BODY = 16L << 20;
    private static final long MOST_MAX_BODY = 256L << 20;
    private static final int HEAP_SHARE = 16;
    private static final Duration STOP_TIME = Duration.ofSeconds(10);

    private final SeriesSink sink;
    private final ScrapeClock clock;
    private final long maxBody;
    private final Map<String, ScrapePool> pools = new LinkedHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread watch;

    public Scraper(SeriesSink sink) {
        this(sink, ScrapeClock.system(), usualMaxBody());
    }

    /** @param maxBody bytes of a body, unpacked, where a job has no body_size_limit, and where it has a larger one */
    public Scraper(SeriesSink sink, ScrapeClock clock, long maxBody) {
        if (maxBody <= 0 || maxBody > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException(
                    "maxBody wants to be 1 to " + (Integer.MAX_VALUE - 16) + ", got " + maxBody);
        }
        this.sink = sink;
        this.clock = clock;
        this.maxBody = maxBody;
    }

    /** A sixteenth of the heap, from 16 to 256 MiB. */
    private static long usualMaxBody() {
        return Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_SHARE, LEAST_MAX_BODY, MOST_MAX_BODY);
    }

    /**
     * Follows a configuration. Targets that it has too go on; the series of those that it has not end; new ones are
     * scraped at their next time.
     */
    public synchronized void apply(ScrapeConfigs configs) {
        if (closed.getCount() == 0) {
            return;
        }
        Set<String> gone = new HashSet<>(pools.keySet());
        for (ScrapeConfig config : configs.jobs()) {
            gone.remove(config.job());
            ScrapePool pool = pools.get(config.job());
            if (pool == null) {
                ScrapePool added = new ScrapePool(config, sink, clock, maxBody);
                pools.put(config.job(), added);
                added.start();
            } else {
                pool.apply(config);
            }
        }
        for (String job : gone) {
            ScrapePool pool = pools.remove(job);
            if (pool != null) {
                pool.stop(true);
            }
        }
        if (watch == null) {
            watch = Thread.ofVirtual().name("scrape discovery").start(this::watchFiles);
        }
    }

    private void watchFiles() {
        try {
            while (!closed.await(FILE_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                refresh();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at once whether files of targets have changed. */
    public void refresh() {
        pools().forEach(pool -> pool.refresh(clock.instant()));
    }

    private synchronized List<ScrapePool> pools() {
        return List.copyOf(pools.values());
    }

    /** The targets that are scraped, by job. */
    public List<TargetStatus> targets() {
        return pools().stream().flatMap(pool -> pool.targets().stream()).toList();
    }

    /** The targets that relabelling drops, as many of them as each job keeps. */
    public List<DroppedTarget> droppedTargets() {
        return pools().stream().flatMap(pool -> pool.dropped().stream()).toList();
    }

    /** The jobs in numbers. */
    public List<ScrapePoolStatus> status() {
        return pools().stream().map(ScrapePool::status).toList();
    }

    /** Stops the scrapes, and waits for those under way, ten seconds at most. */
    @Override
    public void close() {
        List<ScrapeLoop> stopped = new ArrayList<>();
        synchronized (this) {
            closed.countDown();
            pools.values().forEach(pool -> stopped.addAll(pool.stop(false)));
        }
        Instant patience = Instant.now().plus(STOP_TIME);
        try {
            for (ScrapeLoop loop : stopped) {
                loop.await(Duration.between(Instant.now(), patience));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
