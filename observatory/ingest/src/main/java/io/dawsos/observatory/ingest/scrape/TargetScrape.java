package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.ingest.exposition.ExpositionOptions;
import io.dawsos.observatory.ingest.exposition.ExpositionParser;
import io.dawsos.observatory.ingest.scrape.Fetch.Fetched;
import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Refusal;
import io.dawsos.observatory.model.SeriesSink;
import io.dawsos.observatory.model.StaleMarker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scrapes one target, again and again, and remembers what it said. One thread scrapes; any may read its status and give
 * it other settings, which the next scrape follows.
 */
final class TargetScrape {
    private static final Logger LOG = LoggerFactory.getLogger(TargetScrape.class);

    private final SeriesSink sink;
    private final StopSignal stop = new StopSignal();
    private final MetricMetadataTable metadata = new MetricMetadataTable();
    private final Set<Labels> orphans = new HashSet<>();
    private SeriesCache cache = new SeriesCache();
    private int lastLength;

    private volatile Settings settings;
    private volatile ScrapeResult last = ScrapeResult.NONE;

    /** The settings that the cache was filled by. */
    private Settings applied;

    /**
     * What a scrape follows.
     *
     * @param forcedError fails every scrape; empty for none
     * @param maxBody what holds where the job has no limit
     */
    record Settings(ScrapeConfig config, Target target, String forcedError, long maxBody) {
        boolean labelsAlike(Settings other) {
            return config.fingerprint().equals(other.config.fingerprint());
        }
    }

    TargetScrape(SeriesSink sink, Settings settings) {
        this.sink = sink;
        this.settings = settings;
        this.applied = settings;
    }

    Target target() {
        return settings.target();
    }

    /** Ends its waits, for a target's answer too. */
    StopSignal stop() {
        return stop;
    }

    void apply(Settings given) {
        settings = given;
    }

    TargetStatus status() {
        Settings now = settings;
        ScrapeResult result = last;
        boolean scraped = !result.equals(ScrapeResult.NONE);
        return new TargetStatus(
                now.target().discovered(),
                now.target().labels(),
                now.config().job(),
                now.target().address(),
                result.error(),
                result.started(),
                result.duration(),
                !scraped ? ScrapeHealth.UNKNOWN : result.succeeded() ? ScrapeHealth.UP : ScrapeHealth.DOWN,
                now.target().interval(),
                now.target().timeout(),
                metadata.metrics());
    }

    /**
     * Scrapes once and stores what came, or that nothing came.
     *
     * @param time of the samples
     */
    void scrape(Instant time) throws InterruptedException {
        Settings now = settings;
        if (!now.labelsAlike(applied)) {
            // Other settings give other labels: what the old ones gave ends, unless the new ones give it too.
            orphans.addAll(cache.allTracked());
            cache = new SeriesCache();
        }
        applied = now;
        Run run = new Run(now, time, System.nanoTime());
        try {
            run.succeed();
        } catch (IOException e) {
            run.fail(String.valueOf(e.getMessage()), e instanceof BoundedBody.BodyTooLongException ? -1 : 0);
        } catch (RuntimeException e) {
            LOG.error(
                    "The scrape of {} failed in an unforeseen way", now.target().address(), e);
            run.fail("unforeseen: " + e, 0);
        }
    }

    /** Ends all its series: the target is gone. */
    void end(Instant time) {
        Appender appender = sink.appender();
        long timestamp = time.toEpochMilli();
        orphans.addAll(cache.allTracked());
        appendStale(appender, timestamp, orphans);
        if (!last.equals(ScrapeResult.NONE)) {
            new ReportSeries(applied.config(), applied.target()).appendStale(appender, timestamp);
        }
        try {
            appender.commit();
        } catch (IOException e) {
            LOG.warn(
                    "The end of target {} could not be stored: {}",
                    applied.target().address(),
                    e.toString());
        }
        cache = new SeriesCache();
        orphans.clear();
    }

    private static void appendStale(Appender appender, long timestamp, Set<Labels> ended) {
        ended.forEach(labels -> appender.append(labels, timestamp, StaleMarker.value()));
    }

    /** One scrape. */
    private final class Run {
        private final Settings now;
        private final Instant time;
        private final long timestamp;
        private final long began;
        private long scraped;
        private long kept;
        private long fresh;

        Run(Settings now, Instant time, long began) {
            this.now = now;
            this.time = time;
            this.timestamp = time.toEpochMilli();
            this.began = began;
        }

        void succeed() throws IOException, InterruptedException {
            if (!now.forcedError().isEmpty()) {
                throw new IOException(now.forcedError());
            }
            Fetch fetch = new Fetch(now.config(), now.target(), now.maxBody());
            Fetched fetched = stop.await(() -> fetch.fetch(lastLength + lastLength / 8));
            lastLength = fetched.body().length();
            AppendOutcome outcome = store(fetched);
            if (outcome.refused(Refusal.UNKNOWN_SERIES) > 0) {
                cache.forgetRefs();
                outcome = store(fetched);
            }
            cache.finish();
            orphans.clear();
            if (outcome.refusedInAll() > 0) {
                LOG.debug("Of {}, refused: {}", now.target().address(), outcome.examples());
            }
        }

        private AppendOutcome store(Fetched fetched) throws IOException {
            Appender appender = sink.appender();
            cache.begin();
            ScrapeBatch batch = new ScrapeBatch(now.config(), now.target(), cache, metadata, sink, appender, timestamp);
            try {
                ExpositionParser.parse(
                        fetched.body().array(), fetched.body().length(), fetched.type(), options(), batch);
            } catch (IOException e) {
                appender.rollback();
                throw e;
            } finally {
                scraped = batch.scraped();
                kept = batch.kept();
                fresh = batch.fresh();
            }
            Set<Labels> ended = cache.vanished();
            if (!orphans.isEmpty()) {
                orphans.removeAll(cache.seen());
                ended.addAll(orphans);
            }
            appendStale(appender, timestamp, ended);
            metadata.flush(appender);
            report(appender, "", fetched.body().length());
            return appender.commit();
        }

        private ExpositionOptions options() {
            return ExpositionOptions.DEFAULT
                    .withNativeHistograms(now.config().histograms().nativeToo())
                    .withClassicBesideNative(now.config().histograms().classicBesideNative());
        }

        void fail(String error, long bodyBytes) {
            Appender appender = sink.appender();
            orphans.addAll(cache.allTracked());
            appendStale(appender, timestamp, orphans);
            report(appender, error, bodyBytes);
            try {
                appender.commit();
                cache.endAll();
                orphans.clear();
            } catch (IOException e) {
                LOG.warn(
                        "A failed scrape of {} could not be stored: {}",
                        now.target().address(),
                        e.toString());
            }
        }

        private void report(Appender appender, String error, long bodyBytes) {
            Duration duration = Duration.ofNanos(System.nanoTime() - began);
            ScrapeResult result = new ScrapeResult(time, duration, error, scraped, kept, fresh, bodyBytes);
            new ReportSeries(now.config(), now.target()).append(appender, timestamp, result);
            last = result;
        }
    }
}
