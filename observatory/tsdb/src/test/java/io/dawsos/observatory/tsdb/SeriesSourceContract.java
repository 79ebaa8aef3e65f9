package io.dawsos.observatory.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.model.Series;
import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.model.StaleMarker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every source of series must do, whatever it keeps them in. A source holds {@link #content} before each test. */
abstract class SeriesSourceContract {
    static final Labels GET = Labels.of("__name__", "requests_total", "method", "GET", "job", "api");
    static final Labels POST = Labels.of("__name__", "requests_total", "method", "POST", "job", "api");
    static final Labels OTHER = Labels.of("__name__", "requests_total", "method", "GET", "job", "web");
    static final Labels NO_METHOD = Labels.of("__name__", "up", "job", "api");
    static final Labels LATENCY = Labels.of("__name__", "latency_seconds", "job", "api");
    static final Labels UTF8 = Labels.of("__name__", "größe.bytes", "ключ", "値 \"x\"");

    /** A sample as the tests compare it. */
    record Sample(long time, long bits, String histogram, long start) {}

    interface Sink {
        void append(Labels labels, long time, double value);

        void append(Labels labels, long time, NativeHistogram histogram);

        void startedAt(long time);
    }

    static final int STEPS = 700;
    static final long STEP = 15_000;

    static NativeHistogram histogram(int i) {
        return new NativeHistogram(
                i < 300 ? 2 : 3,
                0.001,
                i,
                10.0 * i,
                i * 1.5,
                i % 5 == 0
                        ? new Buckets(new int[] {-2, 4}, new double[] {i, 2 * i})
                        : new Buckets(new int[] {-2, 1, 4}, new double[] {i, 0, i}),
                i > 100 ? new Buckets(new int[] {0}, new double[] {3}) : Buckets.NONE,
                List.of(),
                i % 7 == 0 ? NativeHistogram.CounterReset.RESET : NativeHistogram.CounterReset.NOT_RESET);
    }

    /** The content, in the order of time, as it would be scraped. */
    static void content(int fromStep, int toStep, Sink sink) {
        for (int i = fromStep; i < toStep; i++) {
            long time = i * STEP + i * 7919L % 11;
            sink.append(GET, time, i * 3 % 1000);
            sink.startedAt(i >= 400 ? 6_000_000 : 0);
            sink.append(POST, time, i * 0.25);
            if (i < 200) {
                sink.append(OTHER, time, i == 199 ? StaleMarker.value() : Math.sqrt(i));
            }
            sink.append(NO_METHOD, time, i % 100 == 50 ? Double.NaN : 1);
            if (i % 2 == 0) {
                sink.append(LATENCY, time, histogram(i));
            } else if (i > 600) {
                sink.append(LATENCY, time, -i);
            }
            if (i >= 650) {
                sink.append(UTF8, time, Double.NEGATIVE_INFINITY);
            }
        }
    }

    static Map<Labels, List<Sample>> expected() {
        Map<Labels, List<Sample>> all = new TreeMap<>();
        content(0, STEPS, new Sink() {
            private List<Sample> last = new ArrayList<>();

            @Override
            public void append(Labels labels, long time, double value) {
                last = all.computeIfAbsent(labels, key -> new ArrayList<>());
                last.add(new Sample(time, Double.doubleToRawLongBits(value), "", 0));
            }

            @Override
            public void append(Labels labels, long time, NativeHistogram histogram) {
                last = all.computeIfAbsent(labels, key -> new ArrayList<>());
                last.add(new Sample(time, Double.doubleToRawLongBits(Double.NaN), histogram.toString(), 0));
            }

            @Override
            public void startedAt(long time) {
                Sample sample = last.removeLast();
                last.add(new Sample(sample.time, sample.bits, sample.histogram, time));
            }
        });
        return all;
    }

    /** The source with its content. */
    abstract SeriesSource source();

    static Selection all(Matcher... matchers) {
        return new Selection(List.of(matchers), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static Matcher equal(String name, String value) {
        return new Matcher(Matcher.Type.EQUAL, name, value);
    }

    static Matcher notEqual(String name, String value) {
        return new Matcher(Matcher.Type.NOT_EQUAL, name, value);
    }

    static Matcher regex(String name, String value) {
        return new Matcher(Matcher.Type.REGEX, name, value);
    }

    static Matcher notRegex(String name, String value) {
        return new Matcher(Matcher.Type.NOT_REGEX, name, value);
    }

    static List<Sample> read(Series series, long from, long to) {
        Samples samples = new Samples();
        series.read(from, to, samples);
        List<Sample> read = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            NativeHistogram histogram = samples.histogram(i);
            read.add(new Sample(
                    samples.timestamp(i),
                    Double.doubleToRawLongBits(samples.value(i)),
                    histogram == null ? "" : histogram.toString(),
                    samples.startTimestamp(i)));
        }
        return read;
    }

    static Map<Labels, List<Sample>> read(SeriesSource source, Selection selection) {
        Map<Labels, List<Sample>> read = new TreeMap<>();
        try (Stream<Series> found = source.select(selection)) {
            found.forEach(
                    series -> assertThat(read.put(series.labels(), read(series, selection.from(), selection.to())))
                            .as("each label set once")
                            .isNull());
        }
        return read;
    }

    private List<Labels> labels(Matcher... matchers) {
        return List.copyOf(read(source(), all(matchers)).keySet());
    }

    @Test
    void select_noMatcher_everySampleOfEverySeries() {
        assertThat(read(source(), all())).isEqualTo(expected());
    }

    @Test
    void read_partOfTime_onlyThatWithBothEnds() {
        long from = 100 * STEP + 100 * 7919L % 11;
        long to = 333 * STEP + 333 * 7919L % 11;
        Map<Labels, List<Sample>> expected = new TreeMap<>();
        expected().forEach((labels, samples) -> {
            List<Sample> kept = samples.stream()
                    .filter(sample -> sample.time >= from && sample.time <= to)
                    .toList();
            if (!kept.isEmpty()) {
                expected.put(labels, kept);
            }
        });
        Map<Labels, List<Sample>> found = read(source(), new Selection(List.of(), from, to));
        found.values().removeIf(List::isEmpty);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void read_singleInstants_theSampleThere() {
        try (Stream<Series> found = source().select(all(equal("method", "POST")))) {
            Series series = found.findAny().orElseThrow();
            for (Sample sample : expected().getOrDefault(POST, List.of())) {
                assertThat(read(series, sample.time, sample.time)).containsExactly(sample);
                assertThat(read(series, sample.time + 1, sample.time + 9)).isEmpty();
            }
        }
    }

    @Test
    void select_timeWithoutSamples_noSamples() {
        Map<Labels, List<Sample>> found = read(source(), new Selection(List.of(), Long.MIN_VALUE, -1));
        assertThat(found.values()).allMatch(List::isEmpty);
    }

    @Test
    void select_eachKindOfMatcher_theSeriesThatPass() {
        assertThat(labels(equal("__name__", "requests_total"))).containsExactlyInAnyOrder(GET, POST, OTHER);
        assertThat(labels(equal("__name__", "requests_total"), notEqual("job", "web")))
                .containsExactlyInAnyOrder(GET, POST);
        assertThat(labels(regex("method", "GET|PUT"))).containsExactlyInAnyOrder(GET, OTHER);
        assertThat(labels(regex("method", "P.*"))).containsExactly(POST);
        assertThat(labels(regex("method", ".+"))).containsExactlyInAnyOrder(GET, POST, OTHER);
        assertThat(labels(regex("method", "(?i)get"))).containsExactlyInAnyOrder(GET, OTHER);
        assertThat(labels(notRegex("method", "G.T"))).containsExactlyInAnyOrder(POST, NO_METHOD, LATENCY, UTF8);
        assertThat(labels(regex("method", ".*"))).containsExactlyInAnyOrder(GET, POST, OTHER, NO_METHOD, LATENCY, UTF8);
        assertThat(labels(equal("method", ""))).containsExactlyInAnyOrder(NO_METHOD, LATENCY, UTF8);
        assertThat(labels(notEqual("method", ""))).containsExactlyInAnyOrder(GET, POST, OTHER);
        assertThat(labels(regex("method", "|POST"))).containsExactlyInAnyOrder(POST, NO_METHOD, LATENCY, UTF8);
        assertThat(labels(equal("ключ", "値 \"x\""))).containsExactly(UTF8);
        assertThat(labels(equal("nothing", "there"))).isEmpty();
    }

    @Test
    void labelNames_withAndWithoutMatcher_sorted() {
        assertThat(source().labelNames(all())).containsExactly("__name__", "job", "method", "ключ");
        assertThat(source().labelNames(all(equal("__name__", "up")))).containsExactly("__name__", "job");
        assertThat(source().labelNames(all(equal("job", "none")))).isEmpty();
    }

    @Test
    void labelValues_withAndWithoutMatcher_sorted() {
        assertThat(source().labelValues("method", all())).containsExactly("GET", "POST");
        assertThat(source().labelValues("method", all(equal("job", "web")))).containsExactly("GET");
        assertThat(source().labelValues("nothing", all())).isEmpty();
        assertThat(source().labelValues("__name__", all()))
                .containsExactly("größe.bytes", "latency_seconds", "requests_total", "up");
    }
}
