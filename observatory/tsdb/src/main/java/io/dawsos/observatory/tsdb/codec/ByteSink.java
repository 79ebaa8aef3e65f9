package io.dawsos.observatory.tsdb.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: little-endian numbers, varints (LEB128), zigzag varints, UTF-8 strings. For one thread. */
public final class ByteSink {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] data;
    private int size;

    public ByteSink() {
        this(256);
    }

    public ByteSink(int capacity) {
        data = new byte[capacity];
    }

    private void room(int count) {
        if (size + count > data.length) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, size + count));
        }
    }

    public ByteSink u8(int value) {
        room(1);
        data[size++] = (byte) value;
        return this;
    }

    public ByteSink u32(int value) {
        room(4);
        INT.set(data, size, value);
        size += 4;
        return this;
    }

    public ByteSink u64(long value) {
        room(8);
        LONG.set(data, size, value);
        size += 8;
        return this;
    }

    /** Seven bits a byte, the lowest first; unsigned. */
    public ByteSink varint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            data[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        data[size++] = (byte) rest;
        return this;
    }

    /** A varint in which small negative numbers are short too. */
    public ByteSink zigzag(long value) {
        return varint((value << 1) ^ (value >> 63));
    }

    public ByteSink string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        return bytes(bytes, 0, bytes.length);
    }

    public ByteSink bytes(byte[] bytes, int from, int length) {
        room(length);
        System.arraycopy(bytes, from, data, size, length);
        size += length;
        return this;
    }

    /** Length, then bytes. */
    public ByteSink block(byte[] bytes) {
        varint(bytes.length);
        return bytes(bytes, 0, bytes.length);
    }

    /** Overwrites four bytes that were written before. */
    public void patchU32(int at, int value) {
        INT.set(data, at, value);
    }

    public int size() {
        return size;
    }

    /** The buffer itself, valid up to {@link #size()} and until the next write. */
    public byte[] array() {
        return data;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(data, size);
    }

    /** Back to a size that was before. */
    public void truncate(int newSize) {
        size = newSize;
    }

    public void clear() {
        size = 0;
    }

    /** How many bytes a zigzag varint of this value takes. */
    static int zigzagSize(long value) {
        long bits = (value << 1) ^ (value >> 63);
        return (70 - Long.numberOfLeadingZeros(bits | 1)) / 7;
    }
}
