package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.model.Series;
import io.dawsos.observatory.model.SeriesSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Series in memory, for scripts and other tests. Filled by one thread before any query reads from it. */
public final class ScriptStore implements SeriesSource {
    private final Map<Labels, StoredSeries> series = new TreeMap<>();

    /** Adds a float, the stale marker included; one that is there at that time is replaced. */
    public void add(Labels labels, long timestamp, double value) {
        series(labels).add(timestamp, value, null, 0);
    }

    /** Adds a histogram, whose knowledge of counter resets becomes what a store would find. */
    public void add(Labels labels, long timestamp, NativeHistogram histogram) {
        series(labels).add(timestamp, Double.NaN, histogram, 0);
    }

    /** Adds the values of a series, {@code interval} milliseconds apart from time 0. */
    void add(ScriptCommand.LoadedSeries loaded, long interval) {
        for (int i = 0; i < loaded.values().size(); i++) {
            long time = i * interval;
            Long offset = loaded.starts().isEmpty() ? null : loaded.starts().get(i);
            long start = offset == null ? 0 : time + offset;
            switch (loaded.values().get(i)) {
                case SequenceValue.Number number -> series(loaded.labels()).add(time, number.value(), null, start);
                case SequenceValue.Histogram histogram ->
                    series(loaded.labels()).add(time, Double.NaN, histogram.value(), start);
                case SequenceValue.Omitted omitted -> {}
            }
        }
    }

    private StoredSeries series(Labels labels) {
        return series.computeIfAbsent(labels, StoredSeries::new);
    }

    public void clear() {
        series.clear();
    }

    @Override
    public Stream<Series> select(Selection selection) {
        return matching(selection).map(stored -> stored);
    }

    private Stream<StoredSeries> matching(Selection selection) {
        return series.values().stream()
                .filter(stored -> selection.matchers().stream().allMatch(matcher -> passes(matcher, stored)))
                .filter(stored -> stored.hasSamples(selection.from(), selection.to()));
    }

    private static boolean passes(Matcher matcher, StoredSeries stored) {
        return matcher.matches(stored.labels().get(matcher.name()));
    }

    @Override
    public List<String> labelNames(Selection selection) {
        return matching(selection)
                .flatMap(stored -> stored.labels().toMap().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<String> labelValues(String name, Selection selection) {
        return matching(selection)
                .map(stored -> stored.labels().get(name))
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static final class StoredSeries implements Series {
        private record Point(double value, @Nullable NativeHistogram histogram, long start) {}

        private final Labels labels;
        private final TreeMap<Long, Point> points = new TreeMap<>();

        StoredSeries(Labels labels) {
            this.labels = labels;
        }

        void add(long time, double value, @Nullable NativeHistogram histogram, long start) {
            Map.Entry<Long, Point> before = points.lowerEntry(time);
            NativeHistogram previous = before == null ? null : before.getValue().histogram();
            NativeHistogram stored = histogram == null ? null : StoredHints.after(previous, histogram);
            points.put(time, new Point(value, stored, start));
        }

        boolean hasSamples(long from, long to) {
            return from <= to && !points.subMap(from, true, to, true).isEmpty();
        }

        @Override
        public Labels labels() {
            return labels;
        }

        @Override
        public void read(long from, long to, Samples into) {
            if (from > to) {
                return;
            }
            points.subMap(from, true, to, true).forEach((time, point) -> {
                if (point.histogram() == null) {
                    into.append(time, point.value());
                } else {
                    into.append(time, point.histogram());
                }
                if (point.start() != 0) {
                    into.startedAt(point.start());
                }
            });
        }
    }
}
