package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.model.Labels;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When the series of a family began to count, from its {@code _created} lines. These may stand before or behind the samples
 * that they belong to: the family is read ahead, once, when the first start is asked for.
 */
final class CreatedTimes {
    static final byte[] SUFFIX = "_created".getBytes(StandardCharsets.US_ASCII);

    private static final Set<String> TYPES = Set.of("counter", "summary", "histogram");
    private static final List<String> NOT_SHARED = List.of(Labels.METRIC_NAME, Bounds.BUCKET, Bounds.QUANTILE);

    private final Cursor body;
    private final ExpositionOptions options;
    private final Map<Labels, Long> times = new HashMap<>();
    private boolean wanted;
    private boolean read;

    CreatedTimes(Cursor body, ExpositionOptions options) {
        this.body = body;
        this.options = options;
    }

    /** Says the type of the family that begins. */
    void type(String type) {
        times.clear();
        read = false;
        wanted = options.createdAsStart() && TYPES.contains(type);
    }

    boolean wanted() {
        return wanted;
    }

    /** In milliseconds; 0 when it is not said. */
    long of(TextSample sample) {
        if (!wanted) {
            return 0;
        }
        try {
            if (!read) {
                read = true;
                readAhead(sample.seriesStart());
            }
            return times.getOrDefault(shared(sample.series), 0L);
        } catch (ExpositionException e) {
            // Whoever reads the line itself meets the same error, and tells of it.
            return 0;
        }
    }

    private static Labels shared(SeriesScan series) throws ExpositionException {
        return series.labels("").without(NOT_SHARED);
    }

    private void readAhead(int from) throws ExpositionException {
        Cursor ahead = new Cursor(body.bytes, body.end);
        ahead.at = from;
        SeriesScan series = new SeriesScan(ahead, false, options.maxLabels());
        Decimal decimal = new Decimal(ahead.bytes);
        while (!ahead.atEnd() && ahead.peek() != '#') {
            series.read();
            int start = ahead.at + 1;
            ahead.at = Math.min(start, ahead.end);
            ahead.skipWord();
            if (series.nameEndsWith(SUFFIX)) {
                double seconds = decimal.parse(Math.min(start, ahead.at), ahead.at);
                times.put(shared(series), decimal.valid() ? (long) (seconds * 1000) : 0L);
            }
            ahead.skipLine();
            ahead.took('\n');
        }
    }
}
