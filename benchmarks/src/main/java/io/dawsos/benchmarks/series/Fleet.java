package io.dawsos.benchmarks.series;

import io.dawsos.observatory.model.Labels;
import java.util.ArrayList;
import java.util.List;

/**
 * The series of a fleet of services, and their values scrape by scrape: counters by endpoint and status, histograms by
 * endpoint, gauges by queue; 250 series an instance. The same every time: values are hashes of series and scrape.
 */
final class Fleet {
    static final int SERIES_PER_INSTANCE = 250;
    static final long INTERVAL = 15_000;

    private static final String[] BOUNDS = {
        "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10", "+Inf"
    };
    private static final String[] STATUS = {"200", "201", "301", "404", "500", "503"};
    private static final int ENDPOINTS = 10;
    private static final int QUEUES = 50;
    private static final int JOBS = 8;

    private final List<Labels> series = new ArrayList<>();
    private final int instances;
    private final double[] values;
    private final long start;
    private int scrape = -1;

    /** @param start the first scrape's time, in milliseconds since the epoch */
    Fleet(int instances, long start) {
        this.instances = instances;
        this.start = start;
        for (int i = 0; i < instances; i++) {
            addInstance("job-" + i % JOBS, "10.0.%d.%d:9100".formatted(i / 250, i % 250));
        }
        this.values = new double[series.size()];
    }

    private void addInstance(String job, String instance) {
        for (int e = 0; e < ENDPOINTS; e++) {
            String endpoint = "/endpoint-" + e;
            for (String status : STATUS) {
                add("http_requests_total", job, instance, "endpoint", endpoint, "status", status);
            }
            for (String bound : BOUNDS) {
                add("http_request_duration_seconds_bucket", job, instance, "endpoint", endpoint, "le", bound);
            }
            add("http_request_duration_seconds_count", job, instance, "endpoint", endpoint);
            add("http_request_duration_seconds_sum", job, instance, "endpoint", endpoint);
        }
        for (int q = 0; q < QUEUES; q++) {
            add("queue_length", job, instance, "queue", "queue-" + q);
        }
    }

    private void add(String name, String job, String instance, String... more) {
        List<String> pairs = new ArrayList<>(List.of(Labels.METRIC_NAME, name, "job", job, "instance", instance));
        pairs.addAll(List.of(more));
        series.add(Labels.of(pairs.toArray(String[]::new)));
    }

    List<Labels> series() {
        return series;
    }

    /** Goes on to the next scrape. */
    void advance() {
        scrape++;
        for (int instance = 0; instance < instances; instance++) {
            advance(instance, instance * SERIES_PER_INSTANCE);
        }
    }

    private void advance(int instance, int first) {
        int at = first;
        for (int e = 0; e < ENDPOINTS; e++) {
            for (int s = 0; s < STATUS.length; s++) {
                values[at] += random(at, s < 2 ? 40 : 3);
                at++;
            }
            long observations = 0;
            for (int b = 0; b < BOUNDS.length; b++) {
                observations += random(at + b, 12);
                values[at + b] += observations;
            }
            at += BOUNDS.length;
            values[at++] += observations;
            values[at++] += observations * (0.02 + random(instance, 100) / 5000.0);
        }
        for (int q = 0; q < QUEUES; q++) {
            double length = values[at] + random(at, 11) - 5;
            values[at++] = length < 0 ? -length : length;
        }
    }

    private long random(int what, int bound) {
        long hash = (what * 0x9E3779B97F4A7C15L) ^ (scrape * 0xC2B2AE3D27D4EB4FL);
        hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        return Long.remainderUnsigned(hash ^ (hash >>> 32), bound);
    }

    double value(int series) {
        return values[series];
    }

    /** Each instance is scraped at its own offset in the interval, some scrapes a millisecond or two late. */
    long time(int series) {
        int instance = series / SERIES_PER_INSTANCE;
        long late = random(instance + 7_777_777, 10) == 0 ? 1 + random(instance, 2) : 0;
        return start + scrape * INTERVAL + (instance * 7919L) % INTERVAL + late;
    }
}
