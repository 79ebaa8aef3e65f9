package io.dawsos.benchmarks.series;

import io.dawsos.benchmarks.Arguments;
import io.dawsos.benchmarks.Machine;
import io.dawsos.benchmarks.Progress;
import io.dawsos.benchmarks.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same samples into our store and into a real Prometheus, then the same queries to both in turn. */
public final class SideBySideRun {
    private static final Map<String, String> DEFAULTS = Map.of(
            "work",
            "",
            "results",
            "benchmarks/results",
            "series",
            "100000",
            "minutes",
            "120",
            "warmups",
            "4",
            "rounds",
            "7");
    private static final int BATCH = 2_000;
    private static final long HOUR = 3_600_000;

    private final Arguments arguments;
    private final Path work;
    private final int instances;
    private final int scrapes;
    private final long start;
    private final SideBySideReport report = new SideBySideReport();

    private SideBySideRun(Arguments arguments) throws IOException {
        this.arguments = arguments;
        this.work = Files.createTempDirectory(Files.createDirectories(Path.of(arguments.text("work"))), "series");
        this.instances = Math.max(1, arguments.number("series") / Fleet.SERIES_PER_INSTANCE);
        this.scrapes = (int) (arguments.number("minutes") * 60_000L / Fleet.INTERVAL);
        this.start = System.currentTimeMillis() / Fleet.INTERVAL * Fleet.INTERVAL - (scrapes + 1) * Fleet.INTERVAL;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new SideBySideRun(Arguments.parse(args, DEFAULTS)).run();
    }

    private void run() throws IOException, InterruptedException {
        int series = instances * Fleet.SERIES_PER_INSTANCE;
        long samples = (long) series * scrapes;
        Progress.say("%d series, %d samples, in %s", series, samples, work);
        Fleet fleet = new Fleet(instances, start);
        long before = OwnStore.liveHeap();
        try (OwnStore own = new OwnStore(work.resolve("own"), series);
                PrometheusPeer peer = new PrometheusPeer(work.resolve("prometheus"))) {
            fill(own, fleet, samples);
            report.memory(
                    (OwnStore.liveHeap() - before) / (double) series,
                    fill(peer, samples) / series,
                    peer.metric("process_resident_memory_bytes") / series);
            queries(own, peer);
            report.bytes(own.snapshotBytes() / (double) samples, peer.snapshotBytes() / (double) samples);
            peer.restart();
            report.replay(own.replay(), peer.started());
        }
        String setting = "%d series of %d instances, %d scrapes at 15 s, %d samples."
                .formatted(series, instances, scrapes, samples);
        new Results(Path.of(arguments.text("results"))).write("promql", report.page(Machine.describe(), setting));
    }

    private void fill(OwnStore own, Fleet fleet, long samples) throws IOException {
        int series = fleet.series().size();
        long begin = System.nanoTime();
        long cpu = cpuNanos();
        for (int scrape = 0; scrape < scrapes; scrape++) {
            fleet.advance();
            for (int from = 0; from < series; from += BATCH) {
                own.write(fleet, from, Math.min(series, from + BATCH), scrape > 0);
            }
        }
        report.ownAppend(samples / seconds(begin), samples / ((cpuNanos() - cpu) / 1e9));
        Progress.say("stored by us");
    }

    /** Answers the bytes of live objects, by Prometheus's own word. */
    private double fill(PrometheusPeer peer, long samples) throws IOException, InterruptedException {
        Fleet fleet = new Fleet(instances, start);
        RemoteWriteBody bodies = new RemoteWriteBody(fleet.series());
        int series = fleet.series().size();
        double least = peer.metric("go_memstats_heap_alloc_bytes");
        double cpu = peer.metric("process_cpu_seconds_total");
        long begin = System.nanoTime();
        for (int scrape = 0; scrape < scrapes; scrape++) {
            fleet.advance();
            for (int from = 0; from < series; from += BATCH) {
                peer.write(bodies.of(fleet, from, Math.min(series, from + BATCH)));
            }
        }
        double took = seconds(begin);
        report.peerAppend(samples / took, samples / (peer.metric("process_cpu_seconds_total") - cpu));
        Progress.say("stored by Prometheus");
        return peer.metric("go_memstats_next_gc_bytes") / 2 - least / 2;
    }

    private void queries(OwnStore own, PrometheusPeer peer) throws IOException, InterruptedException {
        long to = start + (scrapes - 1) * Fleet.INTERVAL;
        long from = Math.max(start, to - HOUR);
        int warmups = arguments.number("warmups");
        int rounds = arguments.number("rounds");
        List<QuerySuite.Query> all = QuerySuite.all();
        List<Pair> pairs = all.stream().map(Pair::new).toList();
        for (int round = -warmups; round < rounds; round++) {
            for (Pair pair : pairs) {
                pair.ask(own, peer, from, to, round >= 0);
            }
            Progress.say(round < 0 ? "warm-up %d" : "round %d", round < 0 ? round + warmups + 1 : round + 1);
        }
        for (Pair pair : pairs) {
            report.query(pair.query, median(pair.ours), median(pair.theirs));
        }
    }

    /** One query to both. A round asks what is quick many times: a JVM compiles what it does often. */
    private static final class Pair {
        private static final int MOST_ASKS = 50;
        private static final double MILLIS_A_ROUND = 50;

        private final QuerySuite.Query query;
        private final List<Double> ours = new ArrayList<>();
        private final List<Double> theirs = new ArrayList<>();
        private int asks = 1;

        Pair(QuerySuite.Query query) {
            this.query = query;
        }

        void ask(OwnStore own, PrometheusPeer peer, long from, long to, boolean counts)
                throws IOException, InterruptedException {
            for (int i = asks; i > 0; i--) {
                double own1 = own.evaluate(query, from, to, Fleet.INTERVAL);
                double peer1 = peer.evaluate(query, from, to, Fleet.INTERVAL);
                if (counts) {
                    ours.add(own1);
                    theirs.add(peer1);
                }
                asks = (int) Math.clamp(MILLIS_A_ROUND / Math.max(own1, peer1), 1, MOST_ASKS);
            }
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
