package io.dawsos.observatory.ingest.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes protocol buffers, field by field. A number that is zero is not written, as protobuf 3 has it. */
public final class WireWriter {
    private byte[] bytes = new byte[1024];
    private int size;

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    private void tag(int field, int wireType) {
        raw(((long) field << 3) | wireType);
    }

    /** Writes an integer without a tag before it, as in packed fields. */
    public void raw(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Writes a number without a tag before it. */
    public void rawDecimal(double value) {
        room(Long.BYTES);
        long bits = Double.doubleToRawLongBits(value);
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[size++] = (byte) (bits >>> (8 * i));
        }
    }

    public void varint(int field, long value) {
        if (value != 0) {
            tag(field, 0);
            raw(value);
        }
    }

    public void zigzag(int field, long value) {
        varint(field, (value << 1) ^ (value >> 63));
    }

    public void decimal(int field, double value) {
        if (Double.doubleToRawLongBits(value) != 0) {
            present(field, value);
        }
    }

    /** Writes a number even when it is zero, where its presence says something. */
    public void present(int field, double value) {
        tag(field, 1);
        rawDecimal(value);
    }

    /** Writes text, even when it is empty. */
    public void text(int field, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        tag(field, 2);
        raw(encoded.length);
        append(encoded, 0, encoded.length);
    }

    /** Writes what another wrote, without a tag before it. */
    public void append(WireWriter other) {
        append(other.bytes, 0, other.size);
    }

    private void append(byte[] from, int start, int length) {
        room(length);
        System.arraycopy(from, start, bytes, size, length);
        size += length;
    }

    /** Begins a message or packed numbers; gives what {@link #end} wants. */
    public int begin(int field) {
        tag(field, 2);
        return size;
    }

    /** Ends what was begun: writes its length before it. */
    public void end(int begun) {
        int length = size - begun;
        int digits = Math.max(1, (38 - Integer.numberOfLeadingZeros(length)) / 7);
        room(digits);
        System.arraycopy(bytes, begun, bytes, begun + digits, length);
        size = begun;
        raw(length);
        size = begun + digits + length;
    }
}
