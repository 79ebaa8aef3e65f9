package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.model.Series;
import io.dawsos.observatory.model.SeriesSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Series in memory, in the order in which they were added. */
final class MemorySource implements SeriesSource {
    private final List<MemorySeries> series = new ArrayList<>();

    MemorySource add(Labels labels, Samples samples) {
        series.add(new MemorySeries(labels, samples));
        return this;
    }

    /** A series with a value every so often, from time 0. */
    MemorySource add(Labels labels, long interval, double... values) {
        Samples samples = new Samples();
        for (int i = 0; i < values.length; i++) {
            samples.append(i * interval, values[i]);
        }
        return add(labels, samples);
    }

    List<MemorySeries> series() {
        return series;
    }

    @Override
    public Stream<Series> select(Selection selection) {
        return series.stream()
                .filter(s -> selection.matchers().stream()
                        .allMatch(m -> m.matches(s.labels().get(m.name()))))
                .map(s -> s);
    }

    @Override
    public List<String> labelNames(Selection selection) {
        return select(selection)
                .flatMap(s -> s.labels().toMap().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<String> labelValues(String name, Selection selection) {
        return select(selection)
                .map(s -> s.labels().get(name))
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    record MemorySeries(Labels labels, Samples samples) implements Series {
        @Override
        public void read(long from, long to, Samples into) {
            for (int i = 0; i < samples.size(); i++) {
                long time = samples.timestamp(i);
                if (time >= from && time <= to) {
                    NativeHistogram histogram = samples.histogram(i);
                    if (histogram == null) {
                        into.append(time, samples.value(i));
                    } else {
                        into.append(time, histogram);
                    }
                }
            }
        }
    }
}
