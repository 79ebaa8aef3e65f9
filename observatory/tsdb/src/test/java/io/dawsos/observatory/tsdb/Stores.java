package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** Stores for tests: no thread of their own, and a clock that stands late enough for every sample. */
final class Stores {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z"));
    static final StoreSettings SETTINGS = StoreSettings.DEFAULT.withBackground(false);

    private Stores() {}

    static TimeSeriesStore open(Path folder) throws IOException {
        return open(folder, SETTINGS);
    }

    static TimeSeriesStore open(Path folder, StoreSettings settings) throws IOException {
        return TimeSeriesStore.open(folder, settings, CLOCK);
    }

    static AppendOutcome append(TimeSeriesStore store, Labels labels, long time, double value) throws IOException {
        return store.appender().append(labels, time, value).commit();
    }

    /** Commits the contract's content, a batch every fifty steps. */
    static void fill(TimeSeriesStore store, int fromStep, int toStep) throws IOException {
        for (int step = fromStep; step < toStep; step += 50) {
            Appender appender = store.appender();
            SeriesSourceContract.content(step, Math.min(step + 50, toStep), sink(appender));
            AppendOutcome outcome = appender.commit();
            if (outcome.refusedInAll() > 0) {
                throw new IllegalStateException(outcome.toString());
            }
        }
    }

    static SeriesSourceContract.Sink sink(Appender appender) {
        return new SeriesSourceContract.Sink() {
            @Override
            public void append(Labels labels, long time, double value) {
                var _ = appender.append(labels, time, value);
            }

            @Override
            public void append(Labels labels, long time, NativeHistogram histogram) {
                var _ = appender.append(labels, time, histogram);
            }

            @Override
            public void startedAt(long time) {
                var _ = appender.startedAt(time);
            }
        };
    }
}
