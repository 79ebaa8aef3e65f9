/**
 * Scrapes targets as Prometheus does and writes what they say into a sink of series. {@link
 * io.dawsos.observatory.ingest.scrape.ScrapeConfigs} reads the configuration, {@link
 * io.dawsos.observatory.ingest.scrape.Scraper} carries it out.
 */
@NullMarked
package io.dawsos.observatory.ingest.scrape;

import org.jspecify.annotations.NullMarked;
