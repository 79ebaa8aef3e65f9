package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target that is scraped, as the API shows it.
 *
 * @param discovered its labels before relabelling
 * @param labels those that its series bear
 * @param lastError why the last scrape failed; empty when it did not
 * @param lastScrape when the last scrape began; the epoch when there was none
 * @param metadata what it says of its metrics, by their names
 */
public record TargetStatus(
        Labels discovered,
        Labels labels,
        String scrapePool,
        URI scrapeUrl,
        String lastError,
        Instant lastScrape,
        Duration lastScrapeDuration,
        ScrapeHealth health,
        Duration interval,
        Duration timeout,
        Map<String, MetricMetadata> metadata) {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The address for who is not on this machine: a local host is replaced by the one that others call it by. */
    public URI globalUrl(String externalHost) {
        if (!LOCAL.contains(scrapeUrl.getHost())) {
            return scrapeUrl;
        }
        String text = scrapeUrl.toString();
        return URI.create(text.replaceFirst(
                "://" + Pattern.quote(scrapeUrl.getHost()), Matcher.quoteReplacement("://" + externalHost)));
    }
}
