package io.dawsos.observatory.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of a process that appends: all that it acknowledged is there, and nothing that it did not try; a batch is
 * there as a whole or not at all.
 */
class KillTest {
    @TempDir
    private Path folder;

    private final Set<Long> tried = new TreeSet<>();
    private final Set<Long> acknowledged = new TreeSet<>();
    private final Random random = new Random(20_261_124);

    @Test
    void store_killedThreeTimes_acknowledgedIsThereAndNothingElse() throws Exception {
        killAndCheck(3);
    }

    @Test
    @Tag("long")
    void store_killedAHundredTimes_acknowledgedIsThereAndNothingElse() throws Exception {
        killAndCheck(100);
    }

    private void killAndCheck(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            // At a moment that chance decides: after so many acknowledged batches, and wherever it then is.
            run(20 + random.nextInt(400));
            check();
        }
        assertThat(acknowledged).hasSizeGreaterThan(20 * times);
    }

    private void run(int acknowledgements) throws IOException, InterruptedException {
        long first = tried.stream().mapToLong(Long::longValue).max().orElse(50) + 1;
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillableStore.class.getName(),
                        folder.resolve("store").toString(),
                        String.valueOf(first),
                        String.valueOf(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int seen = 0;
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                note(line);
                if (line.startsWith("ack ") && ++seen == acknowledgements) {
                    // By its handle, which leaves what it said readable.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(seen).as("batches before it was killed").isGreaterThanOrEqualTo(acknowledgements);
    }

    private void note(String line) {
        String[] words = line.split(" ", 3);
        if (words.length < 2 || words[1].isEmpty()) {
            return;
        }
        switch (words[0]) {
            case "try" -> tried.add(Long.parseLong(words[1]));
            case "ack" -> acknowledged.add(Long.parseLong(words[1]));
            default -> throw new AssertionError(line);
        }
    }

    private void check() throws IOException {
        try (TimeSeriesStore store = Stores.open(folder.resolve("store"), KillableStore.SETTINGS)) {
            assertThat(store.status().problems()).allMatch(problem -> problem.contains("cut off a torn tail"));
            Map<Long, Integer> found = new TreeMap<>();
            SeriesSourceContract.read(store, SeriesSourceContract.all()).forEach((labels, samples) -> {
                int series = Integer.parseInt(labels.get("n"));
                for (SeriesSourceContract.Sample sample : samples) {
                    long batch = (long) Double.longBitsToDouble(sample.bits());
                    if (sample.time() != KillableStore.time(batch) || series >= KillableStore.width(batch)) {
                        throw new AssertionError(labels + " has " + sample + ", which was never tried");
                    }
                    found.merge(batch, 1, Integer::sum);
                }
            });
            found.forEach((batch, count) -> {
                if (count != KillableStore.width(batch)) {
                    throw new AssertionError("of batch " + batch + " there are " + count + " samples");
                }
            });
            assertThat(without(acknowledged, found.keySet())).as("lost").isEmpty();
            assertThat(without(found.keySet(), tried)).as("never tried").isEmpty();
            // What was not acknowledged may be there or not, but stays as it is from here on.
            tried.retainAll(found.keySet());
            tried.add(lastTried());
            acknowledged.addAll(found.keySet());
        }
    }

    private static Set<Long> without(Set<Long> all, Set<Long> some) {
        Set<Long> left = new TreeSet<>(all);
        left.removeIf(some::contains);
        return left;
    }

    private long lastTried() {
        return tried.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
