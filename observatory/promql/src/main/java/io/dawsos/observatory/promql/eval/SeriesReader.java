package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.model.Series;
import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.histogram.HistogramMath;
import java.util.List;

/** Reads what a selector needs of a store: each series once, and of long gaps between windows nothing. */
final class SeriesReader {
    /** Under this much between two windows the gap is read as well: it is likely in the same chunk. */
    private static final long SMALL_GAP = 30 * 60_000L;

    private final Series[] series;
    private final boolean oneName;
    private final Moved times;
    private final long before;
    private final long after;
    private final boolean findsResets;
    private final NodeStats stats;

    /**
     * @param before how long before each time the window begins, which is its open end
     * @param after how long after each time it ends
     * @param findsResets whether histograms that do not say so are compared with the one before, for a counter reset
     */
    SeriesReader(
            Evaluation evaluation,
            List<Matcher> matchers,
            Moved times,
            long before,
            long after,
            boolean findsResets,
            NodeStats stats) {
        this.times = times;
        this.before = before;
        this.after = after;
        this.findsResets = findsResets;
        this.stats = stats;
        this.oneName = !evaluation.has(Feature.TYPE_AND_UNIT_LABELS)
                && matchers.stream()
                        .anyMatch(
                                m -> m.type() == Matcher.Type.EQUAL && m.name().equals(Labels.METRIC_NAME));
        this.series = evaluation.select(new Selection(matchers, times.first() - before + 1, times.last() + after));
    }

    int size() {
        return series.length;
    }

    RowKey key(int row) {
        return RowKey.of(series[row].labels());
    }

    boolean oneName() {
        return oneName;
    }

    void read(int row, Worker worker, Samples into) {
        worker.limits().check();
        into.clear();
        if (times.anchor() == null && times.steps().interval() > before + after + SMALL_GAP) {
            for (int step = 0; step < times.count(); step++) {
                series[row].read(times.at(step) - before + 1, times.at(step) + after, into);
            }
        } else {
            series[row].read(times.first() - before + 1, times.last() + after, into);
        }
        if (findsResets && into.hasHistograms()) {
            findResets(into);
        }
        stats.readSamples(into.size());
        worker.limits().read(into.size());
    }

    private static void findResets(Samples samples) {
        NativeHistogram before = null;
        for (int i = 0; i < samples.size(); i++) {
            NativeHistogram histogram = samples.histogram(i);
            if (histogram != null && !histogram.isStale()) {
                if (before != null && histogram.counterReset() == CounterReset.UNKNOWN) {
                    boolean reset = HistogramMath.isCounterReset(before, histogram);
                    samples.replace(
                            i,
                            HistogramMath.withCounterReset(
                                    histogram, reset ? CounterReset.RESET : CounterReset.NOT_RESET));
                }
                before = histogram;
            }
        }
    }
}
