package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.relabel.RelabelRule;
import io.dawsos.observatory.ingest.discovery.DiscoveryConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One job of {@code scrape_configs}.
 *
 * @param fingerprint differs where anything that is written of the job, or for all jobs, differs
 * @param params of the address, by name
 */
public record ScrapeConfig(
        String job,
        String fingerprint,
        Duration interval,
        Duration timeout,
        String scheme,
        String metricsPath,
        Map<String, List<String>> params,
        boolean honorLabels,
        boolean honorTimestamps,
        boolean trackTimestampsStaleness,
        boolean extraMetrics,
        ScrapeFormats formats,
        HistogramOptions histograms,
        ScrapeLimits limits,
        List<RelabelRule> relabelling,
        List<RelabelRule> metricRelabelling,
        HttpClientConfig http,
        DiscoveryConfig discovery) {}
