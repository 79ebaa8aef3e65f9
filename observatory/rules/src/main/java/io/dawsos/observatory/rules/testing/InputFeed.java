package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.script.SequenceText;
import io.dawsos.observatory.promql.script.SequenceValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The input series of a test, which reach the store as the test's time goes on: a query never sees what is to come. */
final class InputFeed {
    /** All values of a test's series. */
    private static final int MOST_VALUES = 5_000_000;

    private final long start;
    private final long interval;
    private final Map<Labels, List<SequenceValue>> values = new LinkedHashMap<>();
    private final List<Integer> repeated = new ArrayList<>();
    /** How many values of each series are in the store. */
    private int fed;

    /** @throws RuleTestException when a series is malformed */
    InputFeed(RuleTest test) {
        start = test.start().toEpochMilli();
        interval = test.interval().toMillis();
        int size = 0;
        for (InputSeries series : test.series()) {
            Labels labels = SeriesNames.parse(series.series(), series.line());
            List<SequenceValue> sequence = sequence(series);
            size += sequence.size();
            if (size > MOST_VALUES) {
                throw new RuleTestException(
                        series.line(),
                        "the series of a test have more than " + MOST_VALUES
                                + " values together; write a longer interval, or several tests");
            }
            if (values.put(labels, sequence) != null) {
                repeated.add(series.line());
            }
        }
    }

    private static List<SequenceValue> sequence(InputSeries series) {
        try {
            return SequenceText.parse(series.values());
        } catch (IllegalArgumentException e) {
            throw new RuleTestException(series.line(), "values of " + series.series() + ": " + e.getMessage());
        }
    }

    /** Lines of series that were given before: the last one holds. */
    List<Integer> repeated() {
        return List.copyOf(repeated);
    }

    /** Puts the values there that are due at a time. */
    void until(long time, TestStore store) {
        long due = (time - start) / interval + 1;
        values.forEach((labels, sequence) -> {
            for (int i = fed; i < Math.min(due, sequence.size()); i++) {
                put(labels, start + i * interval, sequence.get(i), store);
            }
        });
        fed = (int) Math.min(due, Integer.MAX_VALUE);
    }

    private static void put(Labels labels, long time, SequenceValue value, TestStore store) {
        switch (value) {
            case SequenceValue.Number number -> store.put(TestSample.of(labels, time, number.value()));
            case SequenceValue.Histogram histogram -> store.put(TestSample.of(labels, time, histogram.value()));
            case SequenceValue.Omitted omitted -> {}
        }
    }
}
