package io.dawsos.observatory.ingest.remote;

/** A part of a batch that is as large as a request may be: a message of version 1.0. */
final class PackedSamples {
    private final byte[] message;
    private final int samples;

    PackedSamples(byte[] message, int samples) {
        this.message = message;
        this.samples = samples;
    }

    byte[] message() {
        return message;
    }

    int samples() {
        return samples;
    }
}
