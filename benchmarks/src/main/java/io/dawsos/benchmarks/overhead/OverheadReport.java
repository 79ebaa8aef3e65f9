package io.dawsos.benchmarks.overhead;

import io.dawsos.benchmarks.OtlpSink.Received;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The result as a page: medians over the rounds, ratios within each round, and every round. */
record OverheadReport(String machine, String setting, List<Round> rounds, Map<Variant, Received> exported) {

    String page() {
        return """
                # What telemetry costs the portfolio service

                `./dawsos bench overhead`, on %s.
                %s

                | | requests/s | p50 ms | p99 ms | CPU µs per request | OTLP bytes per request |
                |---|---:|---:|---:|---:|---:|
                %s

                Ratios are taken within each round; the median is given, with the smallest and the largest.

                | | throughput | p99 | CPU per request |
                |---|---:|---:|---:|
                %s

                Each round, requests/s (p99 ms):

                | round | start | %s |
                |---:|---:|%s
                %s
                """.formatted(
                        machine,
                        setting,
                        lines(List.of(Variant.values()), this::medians),
                        ratios(),
                        lines(List.of(Variant.values()), Variant::title, " | "),
                        "---:|".repeat(Variant.values().length),
                        lines(rounds, OverheadReport::each));
    }

    private String medians(Variant variant) {
        long requests = rounds.stream()
                .mapToLong(round -> round.get(variant).load().requests())
                .sum();
        Received received = exported.getOrDefault(variant, new Received(0, 0, 0));
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.2f | %.2f | %.0f | %d |",
                variant.title(),
                median(round -> round.get(variant).load().requestsPerSecond()),
                median(round -> round.get(variant).load().p50()),
                median(round -> round.get(variant).load().p99()),
                median(round -> round.get(variant).cpuMicrosPerRequest()),
                (received.traces() + received.logs() + received.metrics()) / Math.max(1, requests));
    }

    private String ratios() {
        return ratio(Variant.ON, Variant.OFF) + "\n" + ratio(Variant.AGENT, Variant.OFF) + "\n"
                + ratio(Variant.ON, Variant.AGENT);
    }

    private String ratio(Variant of, Variant over) {
        return "| %s over %s | %s | %s | %s |"
                .formatted(
                        of.title(),
                        over.title(),
                        spread(round -> round.throughputRatio(of, over)),
                        spread(round -> round.p99Ratio(of, over)),
                        spread(round -> round.cpuRatio(of, over)));
    }

    private String spread(ToDoubleFunction<Round> ratio) {
        double[] sorted = rounds.stream().mapToDouble(ratio).sorted().toArray();
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", median(ratio), sorted[0], sorted[sorted.length - 1]);
    }

    double median(ToDoubleFunction<Round> of) {
        double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String each(Round round) {
        String cells = lines(
                List.of(Variant.values()),
                variant -> String.format(
                        Locale.ROOT,
                        "%.0f (%.2f)",
                        round.get(variant).load().requestsPerSecond(),
                        round.get(variant).load().p99()),
                " | ");
        return "| %d | %d | %s |".formatted(round.number(), round.start(), cells);
    }

    private static <T> String lines(List<T> of, Function<T, String> line) {
        return lines(of, line, "\n");
    }

    private static <T> String lines(List<T> of, Function<T, String> line, String between) {
        return of.stream().map(line).collect(Collectors.joining(between));
    }
}
