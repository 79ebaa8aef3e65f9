package io.dawsos.observatory.ingest.remote;

import java.util.Map;

/**
 * How far a client is.
 *
 * @param sentSamples samples, histograms and exemplars that the receiver has taken
 * @param droppedSamples those that were not sent, for each reason
 * @param requests that the receiver has taken
 * @param retries requests that were sent again
 * @param pendingBytes on disk
 * @param pendingSamples that wait to be sent
 * @param shards requests under way at a time
 * @param newestSent the newest timestamp that the receiver has taken, in milliseconds; 0 when there was none
 */
public record RemoteWriteStatus(
        long sentSamples,
        Map<RemoteWriteDrop, Long> droppedSamples,
        long requests,
        long retries,
        long pendingBytes,
        long pendingSamples,
        int shards,
        long newestSent) {
    public RemoteWriteStatus {
        droppedSamples = Map.copyOf(droppedSamples);
    }
}
