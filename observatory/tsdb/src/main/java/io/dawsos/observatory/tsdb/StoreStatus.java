package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.Refusal;
import java.util.List;
import java.util.Map;

/**
 * How a store is doing. Counts are since it was opened.
 *
 * @param series in memory
 * @param appended samples
 * @param unchanged samples that were there before
 * @param refused by reason, every reason
 * @param blocks on disk
 * @param bytes of all blocks
 * @param firstTimestamp of the oldest sample, {@code Long.MAX_VALUE} when there is none
 * @param lastTimestamp of the newest sample, {@code Long.MIN_VALUE} when there is none
 * @param replayed records read from the write-ahead log when it was opened
 * @param problems what was cut off, set aside or failed, the newest hundred, a sentence each
 */
public record StoreStatus(
        int series,
        long appended,
        long unchanged,
        Map<Refusal, Long> refused,
        int blocks,
        long bytes,
        long firstTimestamp,
        long lastTimestamp,
        long replayed,
        List<String> problems) {}
