package io.dawsos.telemetry.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes all metrics in the format that the scraper likes best: Prometheus text 0.0.4, OpenMetrics text 1.0.0 (with
 * exemplars), or delimited protobuf (with native histograms). Of no web framework; for {@code HEAD} the caller sends the
 * headers without the body. Thread-safe.
 */
public final class MetricsPage {

    /**
     * @param contentType the value of {@code Content-Type}
     * @param contentEncoding the value of {@code Content-Encoding}; null when the body is not compressed
     */
    @SuppressWarnings("ArrayRecordComponent") // written once to a socket, never compared
    public record Answer(String contentType, @Nullable String contentEncoding, byte[] body) {}

    private final Metrics metrics;
    private final ExpositionFormats formats =
            ExpositionFormats.init(PrometheusProperties.builder().build());

    public MetricsPage(Metrics metrics) {
        this.metrics = metrics;
    }

    /** @param accept the {@code Accept} header, if any */
    public Answer answer(@Nullable String accept) {
        return answer(accept, null, Set.of());
    }

    /**
     * @param accept the {@code Accept} header, if any; a scraper that likes nothing that we have gets the plain text
     * @param acceptEncoding the {@code Accept-Encoding} header, if any
     * @param names only metrics of these names ({@code name[]} parameters of the query); empty for all
     */
    public Answer answer(@Nullable String accept, @Nullable String acceptEncoding, Collection<String> names) {
        ExpositionFormatWriter writer = writer(accept);
        boolean gzip = MediaRange.parse(acceptEncoding).stream()
                .anyMatch(range -> range.type().equals("gzip"));
        ByteArrayOutputStream body = new ByteArrayOutputStream(16_384);
        try (OutputStream out = gzip ? new GZIPOutputStream(body) : body) {
            writer.write(out, snapshots(names), EscapingScheme.UNDERSCORE_ESCAPING);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot be: this is memory
        }
        return new Answer(writer.getContentType(), gzip ? "gzip" : null, body.toByteArray());
    }

    private MetricSnapshots snapshots(Collection<String> names) {
        if (names.isEmpty()) {
            return metrics.registry().scrape();
        }
        Predicate<String> wanted = Set.copyOf(names)::contains;
        return metrics.registry().scrape(wanted);
    }

    private ExpositionFormatWriter writer(@Nullable String accept) {
        for (MediaRange range : MediaRange.parse(accept)) {
            ExpositionFormatWriter writer = writer(range);
            if (writer != null) {
                return writer;
            }
        }
        return formats.getPrometheusTextFormatWriter();
    }

    private @Nullable ExpositionFormatWriter writer(MediaRange range) {
        return switch (range.type()) {
            case "application/vnd.google.protobuf" ->
                range.allows("proto", "io.prometheus.client.MetricFamily") && range.allows("encoding", "delimited")
                        ? formats.getPrometheusProtobufWriter()
                        : null;
            case "application/openmetrics-text" ->
                range.allows("version", "1.0.0") ? formats.getOpenMetricsTextFormatWriter() : null;
            // Text 1.0.0 is 0.0.4 with quoted names, of which we have none.
            case "text/plain", "text/*", "*/*" -> formats.getPrometheusTextFormatWriter();
            default -> null;
        };
    }
}
