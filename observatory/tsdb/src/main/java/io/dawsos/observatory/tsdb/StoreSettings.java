package io.dawsos.observatory.tsdb;

import java.time.Duration;

/**
 * How a store keeps its samples.
 *
 * @param blockRange time of a block as it is cut from memory; memory holds up to one and a half of it
 * @param outOfOrderWindow how much older than the newest sample of the store one may be; zero takes each series in order
 * @param ahead how far ahead of the clock a sample may be
 * @param retention blocks are deleted when their newest sample is older than the store's newest by more than this
 * @param maxBytes the oldest blocks are deleted while all files together are larger; zero is no limit
 * @param exemplars how many are kept, the newest
 * @param segmentBytes size at which a file of the write-ahead log is ended
 * @param background whether a thread of the store cuts, merges and deletes blocks; else the caller calls
 *     {@link TimeSeriesStore#maintain}
 */
public record StoreSettings(
        Duration blockRange,
        Duration outOfOrderWindow,
        Duration ahead,
        Duration retention,
        long maxBytes,
        int exemplars,
        long segmentBytes,
        boolean background,
        Limits limits) {

    /** Blocks of two hours, 15 days, an hour out of order, ten thousand exemplars. */
    public static final StoreSettings DEFAULT = new StoreSettings(
            Duration.ofHours(2),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofDays(15),
            0,
            10_000,
            128L << 20,
            true,
            Limits.DEFAULT);

    /** @throws IllegalArgumentException when a value makes no sense */
    public StoreSettings {
        if (blockRange.toMillis() < 1) {
            throw new IllegalArgumentException("blockRange wants a millisecond at least, got " + blockRange);
        }
        if (outOfOrderWindow.isNegative() || ahead.isNegative() || retention.isNegative()) {
            throw new IllegalArgumentException("durations want not to be negative, got outOfOrderWindow "
                    + outOfOrderWindow + ", ahead " + ahead + ", retention " + retention);
        }
        if (maxBytes < 0 || exemplars < 0 || segmentBytes < 1) {
            throw new IllegalArgumentException("sizes want not to be negative, got maxBytes " + maxBytes
                    + ", exemplars " + exemplars + ", segmentBytes " + segmentBytes);
        }
    }

    public StoreSettings withBlockRange(Duration range) {
        return new StoreSettings(
                range, outOfOrderWindow, ahead, retention, maxBytes, exemplars, segmentBytes, background, limits);
    }

    public StoreSettings withOutOfOrderWindow(Duration window) {
        return new StoreSettings(
                blockRange, window, ahead, retention, maxBytes, exemplars, segmentBytes, background, limits);
    }

    public StoreSettings withAhead(Duration most) {
        return new StoreSettings(
                blockRange, outOfOrderWindow, most, retention, maxBytes, exemplars, segmentBytes, background, limits);
    }

    public StoreSettings withRetention(Duration time, long bytes) {
        return new StoreSettings(
                blockRange, outOfOrderWindow, ahead, time, bytes, exemplars, segmentBytes, background, limits);
    }

    public StoreSettings withExemplars(int most) {
        return new StoreSettings(
                blockRange, outOfOrderWindow, ahead, retention, maxBytes, most, segmentBytes, background, limits);
    }

    public StoreSettings withSegmentBytes(long bytes) {
        return new StoreSettings(
                blockRange, outOfOrderWindow, ahead, retention, maxBytes, exemplars, bytes, background, limits);
    }

    public StoreSettings withBackground(boolean thread) {
        return new StoreSettings(
                blockRange, outOfOrderWindow, ahead, retention, maxBytes, exemplars, segmentBytes, thread, limits);
    }

    public StoreSettings withLimits(Limits these) {
        return new StoreSettings(
                blockRange, outOfOrderWindow, ahead, retention, maxBytes, exemplars, segmentBytes, background, these);
    }
}
