package io.dawsos.observatory.ingest.remote;

/**
 * What one request may be.
 *
 * @param compressedBytes the most bytes of its body
 * @param bytes the most bytes of the message within
 */
public record RemoteWriteLimits(int compressedBytes, int bytes) {
    /** 16 MiB, and 64 MiB. */
    public static final RemoteWriteLimits DEFAULT = new RemoteWriteLimits(16 << 20, 64 << 20);
}
