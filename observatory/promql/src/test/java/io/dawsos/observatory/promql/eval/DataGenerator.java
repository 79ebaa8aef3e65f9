package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.model.StaleMarker;
import java.util.List;
import java.util.Random;

/**
 * Makes series as services have them: gauges, counters that are reset, an info metric, a classic histogram; with gaps,
 * late beginnings and early ends. No timestamp is a whole second, so that no query's edge meets a sample.
 */
final class DataGenerator {
    private static final long INTERVAL = 15_000;

    private final Random random;
    private final long start;
    private final long end;
    private final boolean staleMarkers;
    private final MemorySource source = new MemorySource();

    DataGenerator(Random random, long start, long end, boolean staleMarkers) {
        this.random = random;
        this.start = start;
        this.end = end;
        this.staleMarkers = staleMarkers;
    }

    MemorySource source() {
        for (String job : List.of("api", "web", "db")) {
            for (String instance : List.of("a", "b", "c")) {
                gauge("temperature", job, instance);
                gauge("queue_length", job, instance);
                for (String code : List.of("200", "404", "500")) {
                    counter(labels("requests_total", job, instance, code), 1 + random.nextInt(50));
                    counter(labels("errors_total", job, instance, code), 1);
                }
                histogram(job, instance);
            }
            add(Labels.of("__name__", "build_info", "job", job, "version", "v" + random.nextInt(3)), (i, before) -> 1);
        }
        return source;
    }

    private static Labels labels(String name, String job, String instance, String code) {
        return Labels.of("__name__", name, "job", job, "instance", instance, "code", code);
    }

    private void gauge(String name, String job, String instance) {
        double scale = random.nextBoolean() ? 100 : 1;
        add(
                Labels.of("__name__", name, "job", job, "instance", instance),
                (i, before) -> special() ? unusual() : before + (random.nextDouble() - 0.5) * scale);
    }

    private boolean special() {
        return random.nextInt(400) == 0;
    }

    private double unusual() {
        return List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0)
                .get(random.nextInt(4));
    }

    private void counter(Labels labels, int most) {
        add(labels, (i, before) -> random.nextInt(60) == 0 ? 0 : before + random.nextInt(most + 1));
    }

    private void histogram(String job, String instance) {
        int count = (int) ((end - start) / INTERVAL) + 1;
        double[][] buckets = new double[4][count];
        for (int i = 0; i < count; i++) {
            double cumulative = 0;
            for (double[] bucket : buckets) {
                cumulative += random.nextInt(4);
                bucket[i] = (i == 0 ? 0 : bucket[i - 1]) + cumulative;
            }
        }
        String[] bounds = {"0.1", "0.5", "1.0", "+Inf"};
        for (int b = 0; b < bounds.length; b++) {
            double[] values = buckets[b];
            add(
                    Labels.of("__name__", "latency_seconds_bucket", "job", job, "instance", instance, "le", bounds[b]),
                    (i, before) -> values[i]);
        }
    }

    private interface Next {
        double value(int i, double before);
    }

    private void add(Labels labels, Next next) {
        Samples samples = new Samples();
        long from = start + (random.nextInt(5) == 0 ? random.nextLong((end - start) / 2) : 0);
        long to = end - (random.nextInt(5) == 0 ? random.nextLong((end - start) / 3) : 0);
        long phase = 137L + random.nextInt(300);
        double before = random.nextInt(10);
        boolean gap = false;
        for (int i = 0; start + i * INTERVAL < to; i++) {
            double value = next.value(i, before);
            before = Double.isFinite(value) ? value : before;
            boolean wasGap = gap;
            gap = gap ? random.nextInt(30) != 0 : random.nextInt(120) == 0;
            long time = start / 1000 * 1000 + i * INTERVAL + random.nextInt(3) * 1000L + phase;
            if (time >= from && !gap) {
                samples.append(time, value);
            } else if (staleMarkers && gap && !wasGap && samples.size() > 0) {
                samples.append(time, StaleMarker.value());
            }
        }
        source.add(labels, samples);
    }
}
