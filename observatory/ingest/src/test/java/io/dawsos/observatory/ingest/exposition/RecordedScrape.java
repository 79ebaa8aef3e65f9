package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a body said. */
final class RecordedScrape implements ExpositionSink {
    /** A sample as it was handed over. */
    record Recorded(
            String series,
            Labels labels,
            double value,
            @Nullable NativeHistogram histogram,
            @Nullable Long timestamp,
            long start,
            List<Exemplar> exemplars) {}

    /** The time of exemplars that bear none. */
    static final long SCRAPED_AT = 777;

    final List<Recorded> samples = new ArrayList<>();
    final List<String> metadata = new ArrayList<>();

    static RecordedScrape of(String body, ContentType type) throws ExpositionException {
        return of(body, type, ExpositionOptions.DEFAULT);
    }

    static RecordedScrape of(String body, ContentType type, ExpositionOptions options) throws ExpositionException {
        return of(body.getBytes(StandardCharsets.UTF_8), type, options);
    }

    static RecordedScrape of(byte[] body, ContentType type, ExpositionOptions options) throws ExpositionException {
        RecordedScrape scrape = new RecordedScrape();
        ExpositionParser.parse(body, body.length, type, options, scrape);
        return scrape;
    }

    @Override
    public void sample(ScrapedSample sample) throws ExpositionException {
        samples.add(new Recorded(
                new String(sample.bytes(), sample.seriesStart(), sample.seriesLength(), StandardCharsets.UTF_8),
                sample.labels(),
                sample.value(),
                sample.histogram(),
                sample.hasTimestamp() ? sample.timestamp() : null,
                sample.startTimestamp(),
                sample.exemplars(SCRAPED_AT)));
    }

    @Override
    public void metadata(ScrapedMetadata line) {
        metadata.add(line.kind() + " " + line.metric() + " " + line.text());
    }

    Recorded only() {
        if (samples.size() != 1) {
            throw new AssertionError("wanted one sample, got " + samples);
        }
        return samples.getFirst();
    }

    List<String> texts() {
        return samples.stream().map(s -> s.labels() + " " + s.value()).toList();
    }
}
