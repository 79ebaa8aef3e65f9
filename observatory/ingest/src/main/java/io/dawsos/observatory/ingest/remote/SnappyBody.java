package io.dawsos.observatory.ingest.remote;

import java.io.IOException;
import java.io.InputStream;
import org.xerial.snappy.Snappy;

/** Bodies in Snappy's block format. */
final class SnappyBody {
    private SnappyBody() {}

    /** A body beyond the limits. */
    static final class TooLargeException extends IOException {
        TooLargeException(String text) {
            super(text);
        }
    }

    /** A body that is no Snappy block. */
    static final class MalformedException extends IOException {
        MalformedException(String text) {
            super(text);
        }
    }

    /** Reads and unpacks a body; how long it will be is known before anything is unpacked. */
    static byte[] read(InputStream body, RemoteWriteLimits limits) throws IOException {
        byte[] compressed = body.readNBytes(limits.compressedBytes() + 1);
        if (compressed.length > limits.compressedBytes()) {
            throw new TooLargeException("a request of remote write has " + limits.compressedBytes()
                    + " bytes at most; send fewer samples at once");
        }
        long length = length(compressed);
        if (length > limits.bytes()) {
            throw new TooLargeException("a message of remote write has " + limits.bytes() + " bytes at most, got "
                    + length + "; send fewer samples at once");
        }
        return unpack(compressed);
    }

    /** The length of what is packed, which stands before it: seven bits a byte, the lowest first. */
    private static long length(byte[] compressed) throws MalformedException {
        long length = 0;
        for (int i = 0; i < Math.min(5, compressed.length); i++) {
            length |= (long) (compressed[i] & 0x7f) << (7 * i);
            if (compressed[i] >= 0) {
                return length;
            }
        }
        throw new MalformedException("the body is not compressed with Snappy's block format");
    }

    private static byte[] unpack(byte[] compressed) throws IOException {
        if (!Snappy.isValidCompressedBuffer(compressed)) {
            throw new MalformedException("the body is not compressed with Snappy's block format");
        }
        return Snappy.uncompress(compressed);
    }
}
