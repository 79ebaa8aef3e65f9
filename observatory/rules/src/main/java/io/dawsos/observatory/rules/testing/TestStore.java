package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Refusal;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.model.Series;
import io.dawsos.observatory.model.SeriesSink;
import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.promql.script.ScriptStore;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The series of one test: its input, and what the rules record. As in Prometheus's store, the first sample of a time stays,
 * and what is older than a series' newest is refused. Written to between queries, by one thread.
 */
final class TestStore implements SeriesSource, SeriesSink {
    private final Map<String, ScriptStore> byMetric = new TreeMap<>();
    private final Map<Labels, TestSample> newest = new HashMap<>();

    /** Puts a sample there, or says why not. */
    @Nullable
    Refusal put(TestSample sample) {
        TestSample before = newest.get(sample.series());
        if (before != null && before.timestamp() >= sample.timestamp()) {
            return before.timestamp() > sample.timestamp() ? Refusal.OUT_OF_ORDER : Refusal.DUPLICATE_TIMESTAMP;
        }
        newest.put(sample.series(), sample);
        ScriptStore store = byMetric.computeIfAbsent(sample.series().metricName(), name -> new ScriptStore());
        NativeHistogram histogram = sample.histogram();
        if (histogram == null) {
            store.add(sample.series(), sample.timestamp(), sample.value());
        } else {
            store.add(sample.series(), sample.timestamp(), histogram);
        }
        return null;
    }

    AppendOutcome putAll(List<TestSample> samples) {
        long appended = 0;
        long unchanged = 0;
        Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
        Map<Refusal, String> examples = new EnumMap<>(Refusal.class);
        for (TestSample sample : samples) {
            boolean same = sample.equals(newest.get(sample.series()));
            Refusal refusal = same ? null : put(sample);
            unchanged += same ? 1 : 0;
            if (refusal != null) {
                refused.merge(refusal, 1L, Long::sum);
                examples.putIfAbsent(refusal, example(sample, refusal));
            } else if (!same) {
                appended++;
            }
        }
        return new AppendOutcome(appended, unchanged, refused, List.copyOf(examples.values()));
    }

    private static String example(TestSample sample, Refusal refusal) {
        return refusal == Refusal.DUPLICATE_TIMESTAMP
                ? sample.series() + " has another value at this time: is it among the input series?"
                : sample.series() + " has a later sample";
    }

    @Override
    public Stream<Series> select(Selection selection) {
        return stores(selection).flatMap(store -> store.select(selection));
    }

    private Stream<ScriptStore> stores(Selection selection) {
        for (Matcher matcher : selection.matchers()) {
            if (matcher.type() == Matcher.Type.EQUAL && matcher.name().equals(Labels.METRIC_NAME)) {
                return Stream.ofNullable(byMetric.get(matcher.value()));
            }
        }
        return byMetric.values().stream();
    }

    @Override
    public List<String> labelNames(Selection selection) {
        return stores(selection)
                .flatMap(store -> store.labelNames(selection).stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<String> labelValues(String name, Selection selection) {
        return stores(selection)
                .flatMap(store -> store.labelValues(name, selection).stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Appender appender() {
        return new TestAppender(this);
    }

    /** Series have no numbers here. */
    @Override
    public int ref(Labels series) {
        return -1;
    }
}
