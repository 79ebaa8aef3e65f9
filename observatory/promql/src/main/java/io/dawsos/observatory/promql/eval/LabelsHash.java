package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The hash of labels by which {@code limit_ratio} picks: xxHash64 (as specified at github.com/Cyan4973/xxHash) over
 * each name and value with its length before it, so that a Prometheus picks the same series.
 */
final class LabelsHash {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** P1 + P2, which overflows. */
    private static final long FIRST_LANE = 0x60EA27EEADC0B5D6L;

    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;
    private static final int LONG_LENGTH = 255;

    private LabelsHash() {}

    /** The hash as a part of its range, from 0 to 1. */
    static double fraction(Labels labels) {
        long hash = xxHash64(bytes(labels));
        double unsigned = (hash >>> 1) * 2.0 + (hash & 1);
        return unsigned / 0x1p64;
    }

    private static byte[] bytes(Labels labels) {
        byte[] bytes = new byte[256];
        int size = 0;
        for (int i = 0; i < 2 * labels.size(); i++) {
            byte[] text = (i % 2 == 0 ? labels.name(i / 2) : labels.value(i / 2)).getBytes(StandardCharsets.UTF_8);
            if (size + 4 + text.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * (size + 4 + text.length));
            }
            size = length(text.length, bytes, size);
            System.arraycopy(text, 0, bytes, size, text.length);
            size += text.length;
        }
        return Arrays.copyOf(bytes, size);
    }

    private static int length(int length, byte[] into, int at) {
        if (length < LONG_LENGTH) {
            into[at] = (byte) length;
            return at + 1;
        }
        into[at] = (byte) LONG_LENGTH;
        into[at + 1] = (byte) length;
        into[at + 2] = (byte) (length >> 8);
        into[at + 3] = (byte) (length >> 16);
        return at + 4;
    }

    static long xxHash64(byte[] data) {
        int at = 0;
        long hash;
        if (data.length >= 32) {
            long a = FIRST_LANE;
            long b = P2;
            long c = 0;
            long d = -P1;
            for (; at <= data.length - 32; at += 32) {
                a = round(a, (long) LONG.get(data, at));
                b = round(b, (long) LONG.get(data, at + 8));
                c = round(c, (long) LONG.get(data, at + 16));
                d = round(d, (long) LONG.get(data, at + 24));
            }
            hash = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
            hash = merge(merge(merge(merge(hash, a), b), c), d);
        } else {
            hash = P5;
        }
        return tail(hash + data.length, data, at);
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * P2, 31) * P1;
    }

    private static long merge(long hash, long lane) {
        return (hash ^ round(0, lane)) * P1 + P4;
    }

    private static long tail(long start, byte[] data, int from) {
        long hash = start;
        int at = from;
        for (; at + 8 <= data.length; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, (long) LONG.get(data, at)), 27) * P1 + P4;
        }
        if (at + 4 <= data.length) {
            hash = Long.rotateLeft(hash ^ ((int) INT.get(data, at) & 0xFFFFFFFFL) * P1, 23) * P2 + P3;
            at += 4;
        }
        for (; at < data.length; at++) {
            hash = Long.rotateLeft(hash ^ (data[at] & 0xFF) * P5, 11) * P1;
        }
        hash = (hash ^ hash >>> 33) * P2;
        hash = (hash ^ hash >>> 29) * P3;
        return hash ^ hash >>> 32;
    }
}
