package io.dawsos.observatory.ingest.scrape;

import java.time.Duration;
import java.time.Instant;

/** A thread that scrapes one target at its time in each interval. */
final class ScrapeLoop {
    /** A scrape that began this little late is taken for punctual: evenly spaced samples take less room. */
    private static final Duration PUNCTUAL = Duration.ofMillis(2);

    private final TargetScrape scrape;
    private final ScrapeClock clock;
    private final Thread thread;
    private volatile boolean endsSeries;

    ScrapeLoop(TargetScrape scrape, ScrapeClock clock) {
        this.scrape = scrape;
        this.clock = clock;
        this.thread = Thread.ofVirtual()
                .name("scrape " + scrape.target().address().getAuthority())
                .start(this::run);
    }

    TargetScrape scrape() {
        return scrape;
    }

    private void run() {
        try {
            // A stopped signal ends the next wait.
            while (true) {
                Instant due = next(clock.instant());
                scrape.stop().await(() -> {
                    clock.sleepUntil(due);
                    return due;
                });
                scrape.scrape(timestamp(due, clock.instant()));
            }
        } catch (InterruptedException e) {
            // The loop was stopped.
        } finally {
            if (endsSeries) {
                scrape.end(clock.instant());
            }
        }
    }

    /** The first time after now that is the target's, counted from the epoch. */
    private Instant next(Instant now) {
        long interval = scrape.target().interval().toMillis();
        long since = Math.floorMod(now.toEpochMilli() - scrape.target().offsetMillis(), interval);
        return Instant.ofEpochMilli(now.toEpochMilli() + interval - since);
    }

    private static Instant timestamp(Instant due, Instant began) {
        return Duration.between(due, began).compareTo(PUNCTUAL) <= 0 ? due : began;
    }

    /** @param endSeries whether the target is gone, and not only the server about to stop */
    void stop(boolean endSeries) {
        endsSeries = endSeries;
        scrape.stop().stop();
    }

    /** Waits for a stopped loop, no longer than that. */
    void await(Duration patience) throws InterruptedException {
        boolean _ = thread.join(patience);
    }
}
