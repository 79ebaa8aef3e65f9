package io.dawsos.observatory.ingest.scrape;

/**
 * A job in numbers.
 *
 * @param targets that are scraped
 * @param dropped by relabelling
 * @param targetLimit 0 for none
 * @param unusable targets whose labels give nothing to scrape
 * @param fileFailures how often a file of targets could not be read
 */
public record ScrapePoolStatus(
        String job, long targets, long dropped, long targetLimit, long unusable, long fileFailures) {}
