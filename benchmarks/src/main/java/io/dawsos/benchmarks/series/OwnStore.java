package io.dawsos.benchmarks.series;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.tsdb.StoreSettings;
import io.dawsos.observatory.tsdb.TimeSeriesStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Store and engine of DawsOS, in this process. */
final class OwnStore implements AutoCloseable {
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private final Path folder;
    private final TimeSeriesStore store;
    private final Engine engine = Engine.builder().build();
    private final int[] refs;

    OwnStore(Path folder, int series) throws IOException {
        this.folder = folder;
        this.store = open(folder);
        this.refs = new int[series];
    }

    private static TimeSeriesStore open(Path folder) throws IOException {
        return TimeSeriesStore.open(
                folder,
                StoreSettings.DEFAULT.withRetention(Duration.ofDays(36_500), 0).withBackground(false),
                InstantSource.system());
    }

    /** Stores the fleet's current scrape, of series {@code from} to {@code to}, as one batch that is durable on return. */
    void write(Fleet fleet, int from, int to, boolean known) throws IOException {
        Appender appender = store.appender();
        List<Labels> series = fleet.series();
        for (int i = from; i < to; i++) {
            if (known) {
                appender.append(refs[i], fleet.time(i), fleet.value(i));
            } else {
                appender.append(series.get(i), fleet.time(i), fleet.value(i));
            }
        }
        AppendOutcome outcome = appender.commit();
        if (!outcome.refused().isEmpty()) {
            throw new IOException("refused: " + outcome);
        }
        for (int i = from; i < to && !known; i++) {
            refs[i] = store.ref(series.get(i));
        }
    }

    /** Milliseconds from the parsed query to its result. */
    double evaluate(QuerySuite.Query query, long from, long to, long step) {
        Steps steps = query.range() ? new Steps(from, step, (int) ((to - from) / step) + 1) : Steps.instant(to);
        Expr expr = PromQl.parse(query.text());
        long begin = System.nanoTime();
        QueryResult result = engine.query(store, query.text(), expr, steps, new Cancellation());
        double millis = (System.nanoTime() - begin) / 1e6;
        if (result.vector().isEmpty()) {
            throw new IllegalStateException(query.text() + " has no result");
        }
        return millis;
    }

    /** Bytes of all that it holds, written out. */
    long snapshotBytes() throws IOException {
        Path copy = folder.resolveSibling("own-snapshot");
        store.snapshot(copy);
        return bytes(copy);
    }

    /** How long the store takes to open with what a crash now would leave. */
    Duration replay() throws IOException {
        Path image = folder.resolveSibling("own-crashed");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path copy = image.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (!file.getFileName().toString().equals("lock")) {
                    Files.copy(file, copy);
                }
            }
        }
        long begin = System.nanoTime();
        TimeSeriesStore again = open(image);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        again.close();
        return took;
    }

    /** Bytes of live objects in this process. */
    static long liveHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return MEMORY.getHeapMemoryUsage().getUsed();
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Override
    public void close() throws IOException {
        engine.close();
        store.close();
    }
}
