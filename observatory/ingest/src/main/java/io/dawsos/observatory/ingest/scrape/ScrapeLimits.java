package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;

/**
 * What a scrape may bring at most; more fails the scrape. 0 is no limit.
 *
 * @param bodyBytes of the body, after decompression
 * @param samples after relabelling
 * @param labels of a series, its name and the target's labels included
 * @param labelNameLength in bytes of UTF-8
 * @param labelValueLength in bytes of UTF-8
 * @param targets of a job; more fail every scrape of the job
 * @param droppedTargets of a job, whose labels are kept for reading
 */
public record ScrapeLimits(
        long bodyBytes,
        long samples,
        long labels,
        long labelNameLength,
        long labelValueLength,
        long targets,
        long droppedTargets) {
    static final ScrapeLimits NONE = new ScrapeLimits(0, 0, 0, 0, 0, 0, 0);

    /** Reads the keys that a job and {@code global} share; what a job does not limit, {@code global} does. */
    static ScrapeLimits read(ConfigMap map, ScrapeLimits otherwise) {
        return new ScrapeLimits(
                or(map.byteSize("body_size_limit", 0), otherwise.bodyBytes),
                limit(map, "sample_limit", otherwise.samples),
                limit(map, "label_limit", otherwise.labels),
                limit(map, "label_name_length_limit", otherwise.labelNameLength),
                limit(map, "label_value_length_limit", otherwise.labelValueLength),
                limit(map, "target_limit", otherwise.targets),
                limit(map, "keep_dropped_targets", otherwise.droppedTargets));
    }

    private static long limit(ConfigMap map, String key, long otherwise) {
        long limit = map.integer(key, 0);
        if (limit < 0) {
            throw negative(map, key, limit);
        }
        return or(limit, otherwise);
    }

    private static ConfigException negative(ConfigMap map, String key, long limit) {
        ConfigNode node = map.need(key);
        return node.problem("wanted a limit of 0 (none) or more, got " + limit);
    }

    private static long or(long limit, long otherwise) {
        return limit == 0 ? otherwise : limit;
    }
}
