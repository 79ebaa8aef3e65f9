package io.dawsos.benchmarks.series;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result page: ours, Prometheus's, and the ratio. */
final class SideBySideReport {
    private record Row(String what, double ours, double theirs) {
        double ratio() {
            return ours / theirs;
        }
    }

    private final List<Row> stores = new ArrayList<>();
    private final List<Row> queries = new ArrayList<>();
    private double ownRate;
    private double ownPerCpu;

    void ownAppend(double perSecond, double perCpuSecond) {
        ownRate = perSecond;
        ownPerCpu = perCpuSecond;
    }

    void peerAppend(double perSecond, double perCpuSecond) {
        stores.add(new Row(
                "samples appended a second (ours in process and durable, theirs by remote write)", ownRate, perSecond));
        stores.add(new Row(
                "samples appended a second of CPU (theirs with decoding the request)", ownPerCpu, perCpuSecond));
    }

    void memory(double ours, double theirs, double resident) {
        stores.add(new Row(
                "bytes of live heap per active series (theirs: half of what the next collection is due at)",
                ours,
                theirs));
        stores.add(new Row("the same against its resident memory", ours, resident));
    }

    void bytes(double ours, double theirs) {
        stores.add(new Row("bytes per sample, written out with its index", ours, theirs));
    }

    void replay(Duration ours, Duration theirs) {
        stores.add(new Row("seconds to open after a crash", ours.toNanos() / 1e9, theirs.toNanos() / 1e9));
    }

    void query(QuerySuite.Query query, double ours, double theirs) {
        queries.add(new Row(query.name() + (query.range() ? "" : " (instant)"), ours, theirs));
    }

    String page(String machine, String setting) {
        StringBuilder page = new StringBuilder("# PromQL engine and store beside Prometheus\n\n");
        page.append("`./dawsos bench promql`, on ")
                .append(machine)
                .append(".\n")
                .append(setting)
                .append('\n');
        page.append("""
                Range queries go over the last hour at 15 s. Ours is measured in this process from the parsed query to its result;
                Prometheus's is its own figure of the time that it evaluated, without HTTP, parsing and writing JSON. Both in
                turn, what is quick up to 50 times a round; the median.

                | | ours | Prometheus | ratio |
                |---|---:|---:|---:|
                """);
        stores.forEach(row -> page.append(line(row, "%.4g")));
        page.append("\n| query | ours, ms | Prometheus, ms | ratio |\n|---|---:|---:|---:|\n");
        queries.forEach(row -> page.append(line(row, "%.2f")));
        double mean = Math.exp(queries.stream()
                .mapToDouble(row -> Math.log(row.ratio()))
                .average()
                .orElse(0));
        double worst = queries.stream().mapToDouble(Row::ratio).max().orElse(0);
        return page.append(String.format(
                        Locale.ROOT, "\nGeometric mean of the ratios: %.3f; the largest: %.3f.\n", mean, worst))
                .toString();
    }

    private static String line(Row row, String format) {
        return String.format(
                Locale.ROOT,
                "| %s | " + format + " | " + format + " | %.3f |%n",
                row.what(),
                row.ours(),
                row.theirs(),
                row.ratio());
    }
}
