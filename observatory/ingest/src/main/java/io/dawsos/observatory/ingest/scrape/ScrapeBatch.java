package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.ingest.exposition.ExpositionException;
import io.dawsos.observatory.ingest.exposition.ExpositionSink;
import io.dawsos.observatory.ingest.exposition.ScrapedMetadata;
import io.dawsos.observatory.ingest.exposition.ScrapedSample;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.SeriesSink;
import org.jspecify.annotations.Nullable;

/** Puts the samples of one body into an appender. */
final class ScrapeBatch implements ExpositionSink {
    private final ScrapeConfig config;
    private final SampleLabels labels;
    private final HistogramResolution resolution;
    private final SeriesCache cache;
    private final MetricMetadataTable metadata;
    private final SeriesSink sink;
    private final Appender appender;
    private final long time;
    private long scraped;
    private long kept;
    private long fresh;

    /** @param time of samples that bear none, in milliseconds */
    ScrapeBatch(
            ScrapeConfig config,
            Target target,
            SeriesCache cache,
            MetricMetadataTable metadata,
            SeriesSink sink,
            Appender appender,
            long time) {
        this.config = config;
        this.labels = new SampleLabels(config, target.labels());
        this.resolution = new HistogramResolution(config.histograms());
        this.cache = cache;
        this.metadata = metadata;
        this.sink = sink;
        this.appender = appender;
        this.time = time;
    }

    /** Samples that the body had. */
    long scraped() {
        return scraped;
    }

    /** Samples that relabelling left. */
    long kept() {
        return kept;
    }

    /** Series that the last scrape did not have. */
    long fresh() {
        return fresh;
    }

    @Override
    public void metadata(ScrapedMetadata line) {
        metadata.take(line);
    }

    @Override
    public void sample(ScrapedSample sample) throws ExpositionException {
        scraped++;
        CachedSeries known = cache.find(sample.bytes(), sample.seriesStart(), sample.seriesLength());
        CachedSeries series = known == null ? added(sample) : known;
        boolean timed = sample.hasTimestamp() && config.honorTimestamps();
        boolean again = series.seen == cache.scrape() && !timed;
        series.seen = cache.scrape();
        if (series.labels == null || again) {
            return;
        }
        checkLimit(sample);
        series.trackable = !timed || config.trackTimestampsStaleness();
        if (known != null && series.ref == CachedSeries.NO_REF) {
            series.ref = sink.ref(series.labels);
        }
        append(series, series.labels, sample, timed ? sample.timestamp() : time);
        kept++;
    }

    private CachedSeries added(ScrapedSample sample) throws ExpositionException {
        Labels stored = labels.of(sample);
        fresh += stored == null ? 0 : 1;
        return cache.add(sample.bytes(), sample.seriesStart(), sample.seriesLength(), stored);
    }

    /** Reads no further: a target that says too much costs no more than what it may say. */
    private void checkLimit(ScrapedSample sample) throws ExpositionException {
        if (config.limits().samples() > 0 && kept >= config.limits().samples()) {
            throw sample.problem("more samples than sample_limit, which is "
                    + config.limits().samples());
        }
    }

    private void append(CachedSeries series, Labels stored, ScrapedSample sample, long timestamp)
            throws ExpositionException {
        NativeHistogram histogram = sample.histogram();
        if (histogram == null) {
            appendFloat(series, stored, timestamp, sample.value());
        } else {
            appendHistogram(series, stored, timestamp, limited(histogram, sample));
        }
        if (sample.startTimestamp() != 0) {
            appender.startedAt(sample.startTimestamp());
        }
        if (sample.hasExemplars()) {
            appendExemplars(series, stored, sample, timestamp);
        }
    }

    private void appendFloat(CachedSeries series, Labels stored, long timestamp, double value) {
        if (series.ref == CachedSeries.NO_REF) {
            appender.append(stored, timestamp, value);
        } else {
            appender.append(series.ref, timestamp, value);
        }
    }

    private void appendHistogram(CachedSeries series, Labels stored, long timestamp, NativeHistogram histogram) {
        if (series.ref == CachedSeries.NO_REF) {
            appender.append(stored, timestamp, histogram);
        } else {
            appender.append(series.ref, timestamp, histogram);
        }
    }

    private NativeHistogram limited(NativeHistogram histogram, ScrapedSample sample) throws ExpositionException {
        NativeHistogram limited = resolution.limited(histogram);
        if (limited == null) {
            throw sample.problem("a histogram has more buckets than native_histogram_bucket_limit, which is "
                    + config.histograms().maxBuckets());
        }
        return limited;
    }

    /** A target shows its exemplars until there are others: what was stored is not stored again. */
    private void appendExemplars(CachedSeries series, Labels stored, ScrapedSample sample, long timestamp)
            throws ExpositionException {
        for (Exemplar exemplar : sample.exemplars(timestamp)) {
            if (!isSame(exemplar, series.exemplar)) {
                appender.exemplar(stored, exemplar);
                series.exemplar = exemplar;
            }
        }
    }

    private static boolean isSame(Exemplar exemplar, @Nullable Exemplar before) {
        return before != null
                && exemplar.labels().equals(before.labels())
                && Double.compare(exemplar.value(), before.value()) == 0;
    }
}
