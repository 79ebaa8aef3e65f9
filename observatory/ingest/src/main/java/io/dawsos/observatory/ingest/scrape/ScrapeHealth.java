package io.dawsos.observatory.ingest.scrape;

import java.util.Locale;

/** How the last scrape of a target went. */
public enum ScrapeHealth {
    /** It has not been scraped yet. */
    UNKNOWN,
    UP,
    DOWN;

    /** As the API writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
