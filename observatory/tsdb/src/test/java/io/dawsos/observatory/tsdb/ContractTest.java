package io.dawsos.observatory.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.SeriesSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The store under the contract of sources, wherever its samples happen to lie. */
class ContractTest {
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class OfStore extends SeriesSourceContract {
        private @Nullable TimeSeriesStore store;

        abstract TimeSeriesStore make(Path empty) throws IOException;

        @BeforeAll
        void fill(@TempDir Path folder) throws IOException {
            store = make(folder.resolve("store"));
        }

        @AfterAll
        void close() throws IOException {
            store().close();
        }

        TimeSeriesStore store() {
            return Objects.requireNonNull(store);
        }

        @Override
        SeriesSource source() {
            return store();
        }
    }

    @Nested
    class InMemory extends OfStore {
        @Override
        TimeSeriesStore make(Path empty) throws IOException {
            TimeSeriesStore store = Stores.open(empty);
            Stores.fill(store, 0, STEPS);
            return store;
        }
    }

    @Nested
    class FromTheLog extends OfStore {
        @Override
        TimeSeriesStore make(Path empty) throws IOException {
            try (TimeSeriesStore before = Stores.open(empty, Stores.SETTINGS.withSegmentBytes(10_000))) {
                Stores.fill(before, 0, STEPS);
                // A copy while it is open is what a crash would leave.
                CrashCopy.of(empty, empty.resolveSibling("copy"));
            }
            TimeSeriesStore store = Stores.open(empty.resolveSibling("copy"));
            assertThat(store.status().problems()).isEmpty();
            assertThat(store.status().replayed()).isPositive();
            return store;
        }
    }

    @Nested
    class FromACheckpoint extends OfStore {
        @Override
        TimeSeriesStore make(Path empty) throws IOException {
            try (TimeSeriesStore before = Stores.open(empty)) {
                Stores.fill(before, 0, STEPS - 1);
            }
            TimeSeriesStore store = Stores.open(empty);
            Stores.fill(store, STEPS - 1, STEPS);
            return store;
        }
    }

    @Nested
    class InBlocksAndMemory extends OfStore {
        @Override
        TimeSeriesStore make(Path empty) throws IOException {
            TimeSeriesStore store = Stores.open(empty, Stores.SETTINGS.withBlockRange(Duration.ofMinutes(20)));
            for (int step = 0; step < STEPS; step += 50) {
                Stores.fill(store, step, step + 50);
                store.maintain();
            }
            assertThat(store.status().blocks()).isGreaterThan(2);
            return store;
        }
    }

    @Nested
    class InOneMergedBlock extends OfStore {
        @Override
        TimeSeriesStore make(Path empty) throws IOException {
            TimeSeriesStore store = Stores.open(
                    empty,
                    Stores.SETTINGS.withBlockRange(Duration.ofMinutes(10)).withRetention(Duration.ofDays(1000), 0));
            Stores.fill(store, 0, STEPS);
            store.maintain();
            store.maintain();
            assertThat(store.status().blocks()).isLessThan(10);
            return store;
        }
    }

    @Nested
    class Reopened extends OfStore {
        @Override
        TimeSeriesStore make(Path empty) throws IOException {
            StoreSettings settings = Stores.SETTINGS.withBlockRange(Duration.ofMinutes(30));
            try (TimeSeriesStore before = Stores.open(empty, settings)) {
                Stores.fill(before, 0, STEPS);
                before.maintain();
            }
            TimeSeriesStore store = Stores.open(empty, settings);
            assertThat(store.status().problems()).isEmpty();
            return store;
        }
    }

    @Nested
    class ASnapshot extends OfStore {
        @Override
        TimeSeriesStore make(Path empty) throws IOException {
            Path copy = empty.resolveSibling("snapshot");
            try (TimeSeriesStore before = Stores.open(empty, Stores.SETTINGS.withBlockRange(Duration.ofMinutes(30)))) {
                Stores.fill(before, 0, STEPS);
                before.maintain();
                before.snapshot(copy);
            }
            return Stores.open(copy);
        }
    }

    @Nested
    class FilledOutOfOrder extends OfStore {
        @Override
        TimeSeriesStore make(Path empty) throws IOException {
            TimeSeriesStore store = Stores.open(
                    empty,
                    Stores.SETTINGS.withBlockRange(Duration.ofMinutes(30)).withOutOfOrderWindow(Duration.ofDays(1)));
            int[] order = {300, 0, 600, 200, 500, 100, 400};
            for (int i = 0; i < order.length; i++) {
                Stores.fill(store, order[i], order[i] + 100);
                if (i % 2 == 1) {
                    store.maintain();
                }
            }
            return store;
        }
    }
}
