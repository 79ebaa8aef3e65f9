package io.dawsos.observatory.ingest.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.ingest.Messages;
import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtobufParserTest {
    private static final int COUNTER = 0;
    private static final int SUMMARY = 2;
    private static final int HISTOGRAM = 4;
    private static final int GAUGE_HISTOGRAM = 5;

    private static RecordedScrape parse(Messages family) throws ExpositionException {
        return parse(family, ExpositionOptions.DEFAULT);
    }

    private static RecordedScrape parse(Messages family, ExpositionOptions options) throws ExpositionException {
        return RecordedScrape.of(family.delimited(), ContentType.PROMETHEUS_PROTO, options);
    }

    private static Messages family(String name, int type, Messages... metrics) {
        Messages family = new Messages();
        for (Messages metric : metrics) {
            family.message(4, metric);
        }
        return family.text(1, name).text(2, "What " + name + " is").integer(3, type);
    }

    private static Messages time(long seconds, int nanos) {
        return new Messages().integer(1, seconds).integer(2, nanos);
    }

    private static Messages histogram() {
        return new Messages()
                .integer(1, 10)
                .decimal(2, 12.5)
                .message(3, new Messages().integer(1, 4).decimal(2, 1))
                .message(
                        3,
                        new Messages()
                                .integer(1, 9)
                                .decimal(2, 2.5)
                                .message(
                                        3,
                                        new Messages().label(1, "trace_id", "a").decimal(2, 2)))
                .message(15, time(50, 0));
    }

    private static Messages nativeToo(Messages histogram) {
        return histogram
                .zigzag(5, 3)
                .decimal(6, 0.001)
                .integer(7, 2)
                .span(9, 0, 1)
                .deltas(10, 1)
                .span(12, -2, 2)
                .span(12, 3, 1)
                .deltas(13, 1, 2, 1 - 3);
    }

    @Test
    void counter_withExemplarAndStart_isRead() throws Exception {
        Messages counter = new Messages()
                .decimal(1, 5)
                .message(
                        2,
                        new Messages().label(1, "trace_id", "t").decimal(2, 0.5).message(3, time(7, 9_000_000)))
                .message(3, time(3, 500_000_000));
        RecordedScrape scrape = parse(family(
                "hits_total",
                COUNTER,
                new Messages()
                        .label(1, "b", "2")
                        .label(1, "a", "1")
                        .message(3, counter)
                        .integer(6, 12345)));

        assertThat(scrape.metadata).containsExactly("HELP hits_total What hits_total is", "TYPE hits_total counter");
        RecordedScrape.Recorded sample = scrape.only();
        assertThat(sample.labels()).isEqualTo(Labels.of("__name__", "hits_total", "a", "1", "b", "2"));
        assertThat(sample.value()).isEqualTo(5);
        assertThat(sample.timestamp()).isEqualTo(12345);
        assertThat(sample.start()).isEqualTo(3500);
        assertThat(sample.exemplars()).containsExactly(new Exemplar(Labels.of("trace_id", "t"), 0.5, 7009));
    }

    @Test
    void summary_isSpreadOverSeries() throws Exception {
        Messages summary = new Messages()
                .integer(1, 7)
                .decimal(2, 3.5)
                .message(3, new Messages().decimal(1, 0.5).decimal(2, 0.25))
                .message(3, new Messages().decimal(1, 1).decimal(2, 2));
        assertThat(parse(family("wait", SUMMARY, new Messages().message(4, summary)))
                        .texts())
                .containsExactly(
                        "wait_count 7.0", "wait_sum 3.5", "wait{quantile=\"0.5\"} 0.25", "wait{quantile=\"1.0\"} 2.0");
    }

    @Test
    void histogram_classic_isSpreadOverSeriesWithTheLastBucket() throws Exception {
        RecordedScrape scrape = parse(family("wait", HISTOGRAM, new Messages().message(7, histogram())));

        assertThat(scrape.texts())
                .containsExactly(
                        "wait_count 10.0",
                        "wait_sum 12.5",
                        "wait_bucket{le=\"1.0\"} 4.0",
                        "wait_bucket{le=\"2.5\"} 9.0",
                        "wait_bucket{le=\"+Inf\"} 10.0");
        assertThat(scrape.samples).allMatch(sample -> sample.start() == 50_000);
        assertThat(scrape.samples.get(3).exemplars())
                .containsExactly(new Exemplar(Labels.of("trace_id", "a"), 2, RecordedScrape.SCRAPED_AT));
        assertThat(new HashSet<>(scrape.samples.stream()
                        .map(RecordedScrape.Recorded::series)
                        .toList()))
                .as("texts that tell the series apart")
                .hasSize(5);
    }

    @Test
    void histogram_native_isOneSampleUnlessBothAreWanted() throws Exception {
        Messages family = family("wait", HISTOGRAM, new Messages().message(7, nativeToo(histogram())));

        RecordedScrape.Recorded sample = parse(family).only();
        assertThat(sample.labels()).isEqualTo(Labels.of("__name__", "wait"));
        assertThat(sample.histogram())
                .isEqualTo(new NativeHistogram(
                        3,
                        0.001,
                        2,
                        10,
                        12.5,
                        new Buckets(new int[] {-2, -1, 3}, new double[] {1, 3, 1}),
                        new Buckets(new int[] {0}, new double[] {1}),
                        List.of(),
                        CounterReset.UNKNOWN));
        assertThat(parse(family, ExpositionOptions.DEFAULT.withClassicBesideNative(true)).samples)
                .hasSize(6);
        assertThat(parse(family, ExpositionOptions.DEFAULT.withNativeHistograms(false)).samples)
                .hasSize(5);
    }

    @Test
    void histogram_floatsAndGauge_isRead() throws Exception {
        Messages histogram = new Messages()
                .decimal(4, 3.5)
                .decimal(8, 0.5)
                .zigzag(5, 9)
                .span(12, 3, 2)
                .decimal(14, 1)
                .decimal(14, 2);
        assertThat(parse(family("wait", GAUGE_HISTOGRAM, new Messages().message(7, histogram)))
                        .only()
                        .histogram())
                .isEqualTo(new NativeHistogram(
                        8,
                        0,
                        0.5,
                        3.5,
                        0,
                        new Buckets(new int[] {2}, new double[] {3}),
                        Buckets.NONE,
                        List.of(),
                        CounterReset.GAUGE));
    }

    @Test
    void family_wrong_saysWhereAndWhat() {
        assertThatThrownBy(() -> parse(new Messages().integer(3, 0)))
                .isInstanceOf(ExpositionException.class)
                .hasMessage("byte 3: a metric family without a name");
        assertThatThrownBy(() -> parse(family("a", COUNTER, new Messages().label(1, "b", "c"))))
                .hasMessageContaining("a metric of a family of type counter that has no such value");
        assertThatThrownBy(() -> parse(family("a", 9))).hasMessageContaining("no metric type has the number 9");
        Messages twice = new Messages().label(1, "b", "c").label(1, "b", "d").message(3, new Messages());
        assertThatThrownBy(() -> parse(family("a", COUNTER, twice)))
                .hasMessageContaining("the label \"b\" comes twice");
        Messages short1 = new Messages().message(7, new Messages().span(12, 0, 1000000000));
        assertThatThrownBy(() -> parse(family("a", HISTOGRAM, short1)))
                .hasMessageContaining("spans want 1000000000 buckets, got 0 counts");
        assertThatThrownBy(() ->
                        RecordedScrape.of(new byte[] {100, 1}, ContentType.PROMETHEUS_PROTO, ExpositionOptions.DEFAULT))
                .hasMessage("byte 0: a length of 100 where 1 bytes are left");
    }
}
