package io.dawsos.observatory.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The store against maps in memory: appends in and out of order, repeats, deletions, maintenance, reopening, crashes, in
 * any order. What is accepted is left to the store; what was accepted must be there, and nothing else.
 */
class StoreModelTest {
    private static final StoreSettings SETTINGS = Stores.SETTINGS
            .withBlockRange(Duration.ofSeconds(100))
            .withOutOfOrderWindow(Duration.ofSeconds(250))
            .withSegmentBytes(4_000)
            .withRetention(Duration.ofDays(1), 0);

    @Property(tries = 4)
    void store_anyOperations_holdsWhatItAccepted(@ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory("store-model");
        try (Run run = new Run(folder, new Random(seed))) {
            for (int i = 0; i < 50; i++) {
                run.step();
            }
            run.compare();
        }
        CrashCopy.delete(folder);
    }

    private static final class Run implements AutoCloseable {
        private final Random random;
        private final Path root;
        private final Map<Labels, TreeMap<Long, Double>> model = new TreeMap<>();
        private TimeSeriesStore store;
        private Path folder;
        private int copies;
        private long now = 1_000_000;

        Run(Path root, Random random) throws IOException {
            this.root = root;
            this.random = random;
            folder = root.resolve("0");
            store = Stores.open(folder, SETTINGS);
        }

        void step() throws IOException {
            switch (random.nextInt(12)) {
                case 0 -> store.maintain();
                case 1 -> {
                    store.close();
                    store = Stores.open(folder, SETTINGS);
                }
                case 2 -> crash();
                case 3 -> delete();
                case 4 -> snapshot();
                default -> append();
            }
            if (random.nextInt(4) == 0) {
                compare();
            }
        }

        private Labels series() {
            int number = random.nextInt(12);
            return Labels.of("__name__", "m" + number % 3, "n", String.valueOf(number));
        }

        private void append() throws IOException {
            for (int i = 0; i < 12; i++) {
                Labels labels = series();
                boolean late = random.nextInt(4) == 0;
                now += random.nextInt(4000);
                long time = late ? now - random.nextInt(400_000) : now;
                double value = random.nextInt(3);
                AppendOutcome outcome = Stores.append(store, labels, time, value);
                Double before = model.getOrDefault(labels, new TreeMap<>()).get(time);
                if (outcome.appended() == 1) {
                    assertThat(before).as("%s at %d was there", labels, time).isNull();
                    model.computeIfAbsent(labels, key -> new TreeMap<>()).put(time, value);
                } else if (outcome.unchanged() == 1) {
                    assertThat(before).isEqualTo(value);
                } else if (outcome.refused(Refusal.DUPLICATE_TIMESTAMP) == 1) {
                    assertThat(before).isNotNull().isNotEqualTo(value);
                } else {
                    assertThat(outcome.refused(Refusal.TOO_OLD)).isOne();
                    assertThat(time).isLessThan(now - 250_000);
                }
            }
        }

        private void crash() throws IOException {
            Path copy = root.resolve(String.valueOf(++copies));
            CrashCopy.of(folder, copy);
            store.close();
            folder = copy;
            store = Stores.open(folder, SETTINGS);
            assertThat(store.status().problems()).isEmpty();
        }

        private void snapshot() throws IOException {
            Path copy = root.resolve(String.valueOf(++copies));
            store.snapshot(copy);
            try (TimeSeriesStore opened = Stores.open(copy, SETTINGS)) {
                assertThat(content(opened)).isEqualTo(model());
            }
        }

        private void delete() throws IOException {
            long from = now - random.nextInt(400_000);
            long to = from + random.nextInt(200_000);
            Labels labels = series();
            List<Matcher> matchers =
                    List.of(SeriesSourceContract.equal("n", labels.get("n")), SeriesSourceContract.regex("n", ".+"));
            store.delete(matchers, from, to);
            TreeMap<Long, Double> samples = model.get(labels);
            if (samples != null) {
                samples.subMap(from, true, to, true).clear();
                if (samples.isEmpty()) {
                    model.remove(labels);
                }
            }
        }

        private static Map<Labels, List<String>> content(TimeSeriesStore store) {
            Map<Labels, List<String>> content = new TreeMap<>();
            SeriesSourceContract.read(store, SeriesSourceContract.all()).forEach((labels, samples) -> {
                List<String> read = new ArrayList<>();
                samples.forEach(sample -> read.add(sample.time() + " " + Double.longBitsToDouble(sample.bits())));
                if (!read.isEmpty()) {
                    content.put(labels, read);
                }
            });
            return content;
        }

        private Map<Labels, List<String>> model() {
            Map<Labels, List<String>> content = new TreeMap<>();
            model.forEach((labels, samples) -> samples.forEach(
                    (time, value) -> Objects.requireNonNull(content.computeIfAbsent(labels, key -> new ArrayList<>()))
                            .add(time + " " + value)));
            return content;
        }

        void compare() {
            assertThat(content(store)).isEqualTo(model());
            assertThat(store.status().problems()).isEmpty();
            assertThat(store.labelValues("n", SeriesSourceContract.all()))
                    .containsExactlyElementsOf(model.keySet().stream()
                            .map(labels -> labels.get("n"))
                            .sorted()
                            .toList());
        }

        @Override
        public void close() throws IOException {
            store.close();
        }
    }
}
