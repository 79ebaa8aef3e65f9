package io.dawsos.observatory.tsdb;

import static io.dawsos.observatory.tsdb.SeriesSourceContract.all;
import static io.dawsos.observatory.tsdb.SeriesSourceContract.equal;
import static io.dawsos.observatory.tsdb.SeriesSourceContract.read;
import static io.dawsos.observatory.tsdb.SeriesSourceContract.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Labels UP = Labels.of("__name__", "up", "job", "api");

    @TempDir
    private Path folder;

    private static Labels up(int i) {
        return Labels.of("__name__", "up", "n", String.valueOf(i));
    }

    @Test
    void append_overEachLimit_refusedWithItsReasonAndOthersTaken() throws IOException {
        Limits limits = Limits.DEFAULT
                .withSeries(4)
                .withSeriesPerMetric(2)
                .withLabels(3)
                .withLengths(8, 10);
        try (TimeSeriesStore store = Stores.open(folder, Stores.SETTINGS.withLimits(limits))) {
            AppendOutcome outcome = store.appender()
                    .append(up(1), 1, 1)
                    .append(up(2), 1, 1)
                    .append(up(3), 1, 1)
                    .append(Labels.of("a", "1", "b", "1", "c", "1", "d", "1"), 1, 1)
                    .append(Labels.of("name_of_9", "1"), 1, 1)
                    .append(Labels.of("a", "value_of_11"), 1, 1)
                    .append(Labels.EMPTY, 1, 1)
                    .append(Labels.of("a", "half \ud800"), 1, 1)
                    .append(Labels.of("a", "1"), 1, 1)
                    .append(Labels.of("a", "2"), 1, 1)
                    .append(Labels.of("a", "3"), 1, 1)
                    .append(up(1), 2, 1)
                    .commit();
            assertThat(outcome.appended()).isEqualTo(5);
            assertThat(outcome.refused())
                    .isEqualTo(Map.of(
                            Refusal.METRIC_SERIES_LIMIT, 1L,
                            Refusal.LABEL_LIMIT, 1L,
                            Refusal.NAME_LENGTH, 1L,
                            Refusal.VALUE_LENGTH, 1L,
                            Refusal.INVALID_LABELS, 2L,
                            Refusal.SERIES_LIMIT, 1L));
            assertThat(outcome.examples()).contains("metric_series_limit: up{n=\"3\"}");
            assertThat(store.status().refused()).containsEntry(Refusal.INVALID_LABELS, 2L);
            assertThat(read(store, all())).hasSize(4);
        }
    }

    @Test
    void append_sameTimeTwice_sameValueIsFineAnotherIsRefused() throws IOException {
        try (TimeSeriesStore store = Stores.open(folder)) {
            AppendOutcome outcome = store.appender()
                    .append(UP, 10, 1)
                    .append(UP, 10, 1)
                    .append(UP, 10, 2)
                    .append(UP, 20, Double.NaN)
                    .append(UP, 10, 3)
                    .append(UP, 5, 5)
                    .append(UP, 5, 6)
                    .commit();
            assertThat(outcome.appended()).isEqualTo(3);
            assertThat(outcome.unchanged()).isOne();
            assertThat(outcome.refused()).isEqualTo(Map.of(Refusal.DUPLICATE_TIMESTAMP, 3L));
            assertThat(Stores.append(store, UP, 20, Double.NaN).unchanged()).isOne();
            assertThat(Stores.append(store, UP, 10, 4).refused(Refusal.DUPLICATE_TIMESTAMP))
                    .isOne();
        }
    }

    @Test
    void append_duplicateOfWhatIsInABlock_refused() throws IOException {
        StoreSettings settings =
                Stores.SETTINGS.withBlockRange(Duration.ofMinutes(1)).withOutOfOrderWindow(Duration.ofHours(1));
        try (TimeSeriesStore store = Stores.open(folder, settings)) {
            Stores.append(store, UP, 0, 1);
            Stores.append(store, UP, 600_000, 1);
            store.maintain();
            assertThat(store.status().blocks()).isOne();
            assertThat(Stores.append(store, UP, 0, 2).refused(Refusal.DUPLICATE_TIMESTAMP))
                    .isOne();
            assertThat(Stores.append(store, UP, 0, 1).unchanged()).isOne();
            assertThat(Stores.append(store, UP, 1, 2).appended()).isOne();
        }
    }

    @Test
    void append_outOfOrder_takenWithinTheWindowOnly() throws IOException {
        StoreSettings settings = Stores.SETTINGS.withOutOfOrderWindow(Duration.ofSeconds(10));
        try (TimeSeriesStore store = Stores.open(folder, settings)) {
            Stores.append(store, UP, 100_000, 1);
            assertThat(Stores.append(store, UP, 90_000, 1).appended()).isOne();
            assertThat(Stores.append(store, UP, 89_999, 1).refused(Refusal.TOO_OLD))
                    .isOne();
        }
        try (TimeSeriesStore store = Stores.open(folder, Stores.SETTINGS.withOutOfOrderWindow(Duration.ZERO))) {
            assertThat(Stores.append(store, UP, 99_999, 1).refused(Refusal.OUT_OF_ORDER))
                    .isOne();
        }
    }

    @Test
    void append_farAheadOfTheClock_refused() throws IOException {
        try (TimeSeriesStore store = Stores.open(folder)) {
            long now = Stores.CLOCK.millis();
            assertThat(Stores.append(store, UP, now + 3_600_001, 1).refused(Refusal.TOO_FAR_AHEAD))
                    .isOne();
            assertThat(Stores.append(store, UP, Long.MAX_VALUE, 1).refused(Refusal.TOO_FAR_AHEAD))
                    .isOne();
            assertThat(Stores.append(store, UP, Long.MIN_VALUE, 1).refused(Refusal.TOO_OLD))
                    .isOne();
            assertThat(Stores.append(store, UP, now + 3_600_000, 1).appended()).isOne();
        }
    }

    @Test
    void append_byNumber_asByLabelsUntilTheSeriesLeavesMemory() throws IOException {
        try (TimeSeriesStore store = Stores.open(folder, Stores.SETTINGS.withBlockRange(Duration.ofMinutes(1)))) {
            assertThat(store.ref(UP)).isNegative();
            Stores.append(store, UP, 1, 1);
            int ref = store.ref(UP);
            assertThat(store.appender().append(ref, 2, 2.0).commit().appended()).isOne();
            assertThat(read(store, all()).get(UP)).hasSize(2);
            Stores.append(store, up(1), 600_000, 1);
            Stores.append(store, up(1), 900_000, 1);
            store.maintain();
            assertThat(store.appender().append(ref, 900_000, 2.0).commit().refused(Refusal.UNKNOWN_SERIES))
                    .isOne();
            assertThat(Stores.append(store, UP, 900_000, 2).appended()).isOne();
            assertThat(store.ref(UP)).isNotEqualTo(ref);
            assertThat(read(store, all()).get(UP)).hasSize(3);
        }
    }

    @Test
    void open_whileOpen_saysByWhom() throws IOException {
        try (TimeSeriesStore store = Stores.open(folder)) {
            assertThat(store.status().series()).isZero();
            assertThatThrownBy(() -> Stores.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(
                            "is open in process " + ProcessHandle.current().pid() + "; close it there");
        }
        Stores.open(folder).close();
    }

    @Test
    void commit_afterClose_refusedAndSaid() throws IOException {
        TimeSeriesStore store = Stores.open(folder);
        store.close();
        store.close();
        assertThatThrownBy(() -> Stores.append(store, UP, 1, 1))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("is closed");
    }

    @Test
    void exemplars_moreThanTheRingHolds_newestAreKeptAcrossReopening() throws IOException {
        StoreSettings settings = Stores.SETTINGS.withExemplars(3);
        try (TimeSeriesStore store = Stores.open(folder, settings)) {
            Appender appender = store.appender().append(UP, 1, 1).append(up(1), 1, 1);
            for (int i = 0; i < 5; i++) {
                appender.exemplar(i < 4 ? UP : up(1), exemplar(i));
            }
            assertThat(appender.commit().refusedInAll()).isZero();
            AppendOutcome outcome = store.appender()
                    .exemplar(UP, exemplar(3))
                    .exemplar(UP, exemplar(0))
                    .exemplar(up(7), exemplar(9))
                    .exemplar(UP, new Exemplar(Labels.of("trace_id", "x".repeat(200)), 1, 9))
                    .commit();
            assertThat(outcome.refused())
                    .isEqualTo(Map.of(
                            Refusal.EXEMPLAR_OUT_OF_ORDER, 1L,
                            Refusal.UNKNOWN_SERIES, 1L,
                            Refusal.EXEMPLAR_LENGTH, 1L));
        }
        try (TimeSeriesStore store = Stores.open(folder, settings)) {
            assertThat(store.exemplars(all()))
                    .containsExactly(
                            new SeriesExemplars(UP, List.of(exemplar(2), exemplar(3))),
                            new SeriesExemplars(up(1), List.of(exemplar(4))));
            assertThat(store.exemplars(all(equal("n", "1")))).hasSize(1);
        }
    }

    private static Exemplar exemplar(int i) {
        return new Exemplar(Labels.of("trace_id", "t" + i), i, i);
    }

    @Test
    void metadata_replaced_keptAcrossReopening() throws IOException {
        MetricMetadata counter = new MetricMetadata("counter", "", "How many.");
        MetricMetadata gauge = new MetricMetadata("gauge", "bytes", "How much.");
        try (TimeSeriesStore store = Stores.open(folder)) {
            store.appender().metadata("up", counter).metadata("down", counter).commit();
            store.appender().metadata("up", gauge).commit();
        }
        try (TimeSeriesStore store = Stores.open(folder)) {
            assertThat(store.metadata()).isEqualTo(Map.of("down", counter, "up", gauge));
        }
    }

    @Test
    void delete_byMatcher_goneFromHeadBlocksExemplarsAndLabels() throws IOException {
        StoreSettings settings = Stores.SETTINGS.withBlockRange(Duration.ofMinutes(30));
        try (TimeSeriesStore store = Stores.open(folder, settings)) {
            Stores.fill(store, 0, SeriesSourceContract.STEPS);
            store.appender()
                    .exemplar(SeriesSourceContract.GET, exemplar(1))
                    .exemplar(SeriesSourceContract.LATENCY, exemplar(1))
                    .commit();
            store.maintain();
            assertThat(store.delete(List.of(regex("method", ".+")), Long.MIN_VALUE, Long.MAX_VALUE))
                    .isPositive();
            checkDeleted(store);
        }
        try (TimeSeriesStore store = Stores.open(folder, settings)) {
            checkDeleted(store);
            store.maintain();
            checkDeleted(store);
            assertThatThrownBy(() -> store.delete(List.of(), 0, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void checkDeleted(TimeSeriesStore store) {
        var expected = SeriesSourceContract.expected();
        expected.keySet().removeIf(labels -> labels.has("method"));
        assertThat(read(store, all())).isEqualTo(expected);
        assertThat(store.labelValues("method", all())).isEmpty();
        assertThat(store.labelNames(all())).doesNotContain("method");
        assertThat(store.exemplars(all()))
                .extracting(SeriesExemplars::series)
                .containsExactly(SeriesSourceContract.LATENCY);
    }

    @Test
    void maintain_olderThanTheRetention_blocksAreDeleted() throws IOException {
        StoreSettings settings =
                Stores.SETTINGS.withBlockRange(Duration.ofMinutes(1)).withRetention(Duration.ofMinutes(20), 0);
        try (TimeSeriesStore store = Stores.open(folder, settings)) {
            for (int minute = 0; minute < 45; minute++) {
                Stores.append(store, UP, minute * 60_000L, minute);
            }
            store.maintain();
            assertThat(store.status().firstTimestamp()).isBetween(20 * 60_000L, 24 * 60_000L);
            assertThat(read(store, all()).get(UP)).hasSizeBetween(21, 23);
        }
    }

    @Test
    void maintain_largerThanAllowed_oldestBlocksAreDeleted() throws IOException {
        StoreSettings settings =
                Stores.SETTINGS.withBlockRange(Duration.ofMinutes(1)).withRetention(Duration.ofDays(1), 1_500);
        try (TimeSeriesStore store = Stores.open(folder, settings)) {
            for (int minute = 0; minute < 40; minute++) {
                Stores.append(store, UP, minute * 60_000L, minute);
            }
            store.maintain();
            assertThat(store.status().bytes()).isPositive().isLessThan(1_500);
            assertThat(store.status().firstTimestamp()).isPositive();
            assertThat(store.status().lastTimestamp()).isEqualTo(39 * 60_000L);
        }
    }

    @Test
    void snapshot_intoAFolderWithFiles_refused() throws IOException {
        Path target = Files.createDirectories(folder.resolve("there"));
        Files.writeString(target.resolve("file"), "x");
        try (TimeSeriesStore store = Stores.open(folder.resolve("store"))) {
            assertThatThrownBy(() -> store.snapshot(target))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not empty");
        }
    }

    @Test
    void select_whileBlocksAreCut_seriesStayReadable() throws IOException {
        StoreSettings settings = Stores.SETTINGS.withBlockRange(Duration.ofMinutes(30));
        try (TimeSeriesStore store = Stores.open(folder, settings)) {
            Stores.fill(store, 0, SeriesSourceContract.STEPS);
            var found = store.select(all()).toList();
            store.maintain();
            assertThat(store.status().blocks()).isPositive();
            found.forEach(series -> assertThat(SeriesSourceContract.read(series, Long.MIN_VALUE, Long.MAX_VALUE))
                    .isEqualTo(SeriesSourceContract.expected().get(series.labels())));
        }
    }
}
