package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process that appends until it is killed. On its output it says before each batch what it will commit and after
 * it that it was committed: {@code try 7} and {@code ack 7}. Batch n holds one sample in each of {@link #width} series, at
 * time {@code 100 n} or, every third, 2000 before, with the value n. Two threads append, so that commits are grouped; one
 * cuts and merges blocks.
 */
public final class KillableStore {
    static final StoreSettings SETTINGS = StoreSettings.DEFAULT
            .withBackground(false)
            .withBlockRange(Duration.ofSeconds(20))
            .withOutOfOrderWindow(Duration.ofMinutes(1))
            .withSegmentBytes(20_000);

    private KillableStore() {}

    static int width(long batch) {
        return 1 + (int) (batch * 7919 % 20);
    }

    static long time(long batch) {
        return 100 * batch - (batch % 3 == 0 ? 2050 : 0);
    }

    static Labels series(int number) {
        return Labels.of("__name__", "killed", "n", String.valueOf(number));
    }

    /** @param args folder, number of the first batch, seed */
    public static void main(String[] args) throws Exception {
        AtomicLong next = new AtomicLong(Long.parseLong(args[1]));
        Random random = new Random(Long.parseLong(args[2]));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (TimeSeriesStore store = Stores.open(Path.of(args[0]), SETTINGS)) {
            Thread first = Thread.ofPlatform().start(() -> append(store, next, out));
            Thread second = Thread.ofPlatform().start(() -> append(store, next, out));
            while (first.isAlive() && second.isAlive()) {
                if (random.nextInt(2) == 0) {
                    store.maintain();
                }
                Thread.onSpinWait();
            }
        }
    }

    private static void append(TimeSeriesStore store, AtomicLong next, PrintStream out) {
        Appender appender = store.appender();
        while (true) {
            long batch = next.getAndIncrement();
            for (int i = 0; i < width(batch); i++) {
                appender.append(series(i), time(batch), (double) batch);
            }
            out.println("try " + batch);
            try {
                AppendOutcome outcome = appender.commit();
                if (outcome.appended() == width(batch)) {
                    out.println("ack " + batch);
                } else {
                    out.println("refused " + batch + " " + outcome);
                    return;
                }
            } catch (IOException e) {
                out.println("failed " + batch + " " + e);
                return;
            }
        }
    }
}
