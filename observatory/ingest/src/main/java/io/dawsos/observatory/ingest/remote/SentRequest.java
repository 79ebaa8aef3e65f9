package io.dawsos.observatory.ingest.remote;

/** A message that is ready to be sent: compressed, with the number of its samples and its newest timestamp. */
final class SentRequest {
    private final byte[] body;
    private final int samples;
    private final long newest;

    SentRequest(byte[] body, int samples, long newest) {
        this.body = body;
        this.samples = samples;
        this.newest = newest;
    }

    byte[] body() {
        return body;
    }

    int samples() {
        return samples;
    }

    long newest() {
        return newest;
    }
}
