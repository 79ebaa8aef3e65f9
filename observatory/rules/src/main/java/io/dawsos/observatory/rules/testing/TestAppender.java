package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import java.util.ArrayList;
import java.util.List;

/** A batch for a {@link TestStore}, which keeps samples only. */
final class TestAppender implements Appender {
    private final TestStore store;
    private final List<TestSample> batch = new ArrayList<>();

    TestAppender(TestStore store) {
        this.store = store;
    }

    @Override
    public Appender append(Labels series, long timestamp, double value) {
        batch.add(TestSample.of(series, timestamp, value));
        return this;
    }

    @Override
    public Appender append(Labels series, long timestamp, NativeHistogram histogram) {
        batch.add(TestSample.of(series, timestamp, histogram));
        return this;
    }

    @Override
    public Appender append(int series, long timestamp, double value) {
        throw noNumbers(series);
    }

    @Override
    public Appender append(int series, long timestamp, NativeHistogram histogram) {
        throw noNumbers(series);
    }

    private static IllegalStateException noNumbers(int series) {
        return new IllegalStateException("the store of a rule test gave no series the number " + series);
    }

    @Override
    public Appender startedAt(long startTimestamp) {
        return this;
    }

    @Override
    public Appender exemplar(Labels series, Exemplar exemplar) {
        return this;
    }

    @Override
    public Appender metadata(String metric, MetricMetadata metadata) {
        return this;
    }

    @Override
    public int size() {
        return batch.size();
    }

    @Override
    public AppendOutcome commit() {
        AppendOutcome outcome = store.putAll(batch);
        batch.clear();
        return outcome;
    }

    @Override
    public void rollback() {
        batch.clear();
    }
}
