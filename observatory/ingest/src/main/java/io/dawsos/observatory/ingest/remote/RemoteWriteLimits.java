package io.dawsos.observatory.ingest.remote;

/**
 * What one request may be.
 *
 * @param compressedBytes the most bytes of its body
 * @param bytes the most bytes of the message within
 * @param items the most samples, exemplars and lines of metadata: small ones take more memory than their bytes say
 */
public record RemoteWriteLimits(int compressedBytes, int bytes, int items) {
    /** 16 MiB, 64 MiB, and a million. */
    public static final RemoteWriteLimits DEFAULT = new RemoteWriteLimits(16 << 20, 64 << 20, 1_000_000);
}
