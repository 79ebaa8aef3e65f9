package io.dawsos.observatory.ingest.scrape;

import java.time.Duration;
import java.time.Instant;

/**
 * How one scrape went.
 *
 * @param error empty when it succeeded
 * @param scraped samples in the body
 * @param kept samples after relabelling
 * @param fresh series that the scrape before did not have
 * @param bodyBytes length of the body, unpacked; -1 when it was too long
 */
record ScrapeResult(
        Instant started, Duration duration, String error, long scraped, long kept, long fresh, long bodyBytes) {
    static final ScrapeResult NONE = new ScrapeResult(Instant.EPOCH, Duration.ZERO, "", 0, 0, 0, 0);

    boolean succeeded() {
        return error.isEmpty();
    }
}
