package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.config.ConfigMap;
import java.time.Duration;

/**
 * How a queue is emptied: Prometheus's {@code queue_config}.
 *
 * @param capacity the most samples that a sender holds in memory
 * @param maxShards the most requests under way at a time
 * @param minShards as many as are under way whenever there is enough to send
 * @param maxSamplesPerSend the most samples of a request
 * @param batchSendDeadline how long a request waits for more samples
 * @param minBackoff the wait before the first repetition; it doubles with each
 * @param maxBackoff the longest wait
 * @param retryOnHttp429 whether a receiver that asks for less is asked again
 * @param sampleAgeLimit samples older than this are dropped; zero for none
 */
public record QueueConfig(
        int capacity,
        int maxShards,
        int minShards,
        int maxSamplesPerSend,
        Duration batchSendDeadline,
        Duration minBackoff,
        Duration maxBackoff,
        boolean retryOnHttp429,
        Duration sampleAgeLimit) {

    private static final int MOST_SAMPLES = 100_000;
    private static final int MOST_SHARDS = 1000;

    /** What is used where nothing is written. */
    public static QueueConfig defaults() {
        return read(ConfigFile.parse("defaults", "").map());
    }

    static QueueConfig read(ConfigMap map) {
        QueueConfig config = new QueueConfig(
                number(map, "capacity", 10_000, 10_000_000),
                number(map, "max_shards", 50, MOST_SHARDS),
                number(map, "min_shards", 1, MOST_SHARDS),
                number(map, "max_samples_per_send", 2000, MOST_SAMPLES),
                map.duration("batch_send_deadline", Duration.ofSeconds(5)),
                map.duration("min_backoff", Duration.ofMillis(30)),
                map.duration("max_backoff", Duration.ofSeconds(5)),
                map.bool("retry_on_http_429", false),
                map.duration("sample_age_limit", Duration.ZERO));
        if (config.minShards > config.maxShards) {
            throw map.problem("min_shards is " + config.minShards + ", more than max_shards, " + config.maxShards);
        }
        if (config.minBackoff.compareTo(config.maxBackoff) > 0 || config.minBackoff.isZero()) {
            throw map.problem("min_backoff wants to be above zero and not above max_backoff");
        }
        map.end();
        return config;
    }

    private static int number(ConfigMap map, String key, int otherwise, int most) {
        long number = map.integer(key, otherwise);
        if (number < 1 || number > most) {
            throw map.problem(key + " wants a number from 1 to " + most + ", got " + number);
        }
        return (int) number;
    }

    /** The most samples that are read from the queue for one request. */
    int perRequest() {
        return Math.min(capacity, maxSamplesPerSend);
    }
}
