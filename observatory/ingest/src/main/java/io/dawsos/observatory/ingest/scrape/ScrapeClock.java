package io.dawsos.observatory.ingest.scrape;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time, and waiting for it. */
public interface ScrapeClock extends InstantSource {
    /** Returns when it is that time, at once when it was before. */
    void sleepUntil(Instant time) throws InterruptedException;

    /** The machine's clock. */
    static ScrapeClock system() {
        return new ScrapeClock() {
            @Override
            public Instant instant() {
                return Instant.now();
            }

            @Override
            public void sleepUntil(Instant time) throws InterruptedException {
                Duration rest = Duration.between(Instant.now(), time);
                if (rest.isPositive()) {
                    Thread.sleep(rest);
                }
            }
        };
    }
}
