package io.dawsos.observatory.tsdb.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what {@link ByteSink} wrote. Every method throws {@link CorruptDataException} where the bytes end too early.
 */
public final class ByteSource {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] data;
    private final int end;
    private int at;

    public ByteSource(byte[] data) {
        this(data, 0, data.length);
    }

    public ByteSource(byte[] data, int start, int end) {
        this.data = data;
        this.at = start;
        this.end = end;
    }

    private void want(int count) {
        if (count < 0 || count > end - at) {
            throw new CorruptDataException("wanted " + count + " bytes at " + at + ", there are " + (end - at));
        }
    }

    public int u8() {
        want(1);
        return data[at++] & 0xff;
    }

    public int u32() {
        want(4);
        at += 4;
        return (int) INT.get(data, at - 4);
    }

    public long u64() {
        want(8);
        at += 8;
        return (long) LONG.get(data, at - 8);
    }

    public long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new CorruptDataException("a varint has more than ten bytes at " + at);
    }

    public long zigzag() {
        long bits = varint();
        return (bits >>> 1) ^ -(bits & 1);
    }

    /** A varint that counts something, at most the limit. */
    public int count(int limit) {
        long value = varint();
        if (value < 0 || value > limit) {
            throw new CorruptDataException("wanted a count up to " + limit + " before " + at + ", got " + value);
        }
        return (int) value;
    }

    /** A count of things that take at least a byte each, so that no length can ask for more memory than there are bytes. */
    public int count() {
        return count(end - at);
    }

    public String string() {
        int length = count();
        want(length);
        at += length;
        return new String(data, at - length, length, StandardCharsets.UTF_8);
    }

    /** What {@link ByteSink#block} wrote. */
    public byte[] block() {
        int length = count();
        want(length);
        at += length;
        return Arrays.copyOfRange(data, at - length, at);
    }

    public void skip(int count) {
        want(count);
        at += count;
    }

    public int at() {
        return at;
    }

    public int remaining() {
        return end - at;
    }

    public boolean isDone() {
        return at >= end;
    }

    byte[] array() {
        return data;
    }
}
