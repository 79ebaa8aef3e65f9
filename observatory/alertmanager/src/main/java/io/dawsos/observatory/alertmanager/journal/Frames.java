package io.dawsos.observatory.alertmanager.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** How a record stands in a file: length, checksum (CRC32C), payload; numbers little-endian. */
final class Frames {
    static final byte[] MAGIC = "DAWSALM1".getBytes(StandardCharsets.US_ASCII);
    static final int HEADER = 8;

    /** A payload is no longer. */
    static final int MAX_PAYLOAD = 16 << 20;

    private Frames() {}

    static byte[] frame(byte[] payload) {
        if (payload.length == 0 || payload.length > MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    "a record of " + payload.length + " bytes; wanted are 1 to " + MAX_PAYLOAD);
        }
        return ByteBuffer.allocate(HEADER + payload.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(payload.length)
                .putInt(checksum(payload))
                .put(payload)
                .array();
    }

    static int checksum(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return (int) crc.getValue();
    }
}
