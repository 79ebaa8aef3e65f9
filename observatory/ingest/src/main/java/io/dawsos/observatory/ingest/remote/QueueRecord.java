package io.dawsos.observatory.ingest.remote;

/**
 * What was queued at once: when, in milliseconds; how many samples it holds; a message of version 1.0; and the place behind
 * it.
 */
final class QueueRecord {
    private final long time;
    private final int samples;
    private final byte[] payload;
    private final QueuePosition end;

    QueueRecord(long time, int samples, byte[] payload, QueuePosition end) {
        this.time = time;
        this.samples = samples;
        this.payload = payload;
        this.end = end;
    }

    long time() {
        return time;
    }

    int samples() {
        return samples;
    }

    byte[] payload() {
        return payload;
    }

    QueuePosition end() {
        return end;
    }
}
