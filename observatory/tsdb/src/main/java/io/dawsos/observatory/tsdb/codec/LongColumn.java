package io.dawsos.observatory.tsdb.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A column of longs in few bits: the numbers themselves, their differences, or their distance from a straight line,
 * whichever is smallest, packed in frames of equal width over the frame's minimum. A regular column, whether constant
 * or rising, takes a few bytes whatever its length. The count is not stored.
 */
public final class LongColumn {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int PLAIN = 0;
    private static final int DELTA = 1;
    private static final int LINE = 2;
    private static final int ONE_FRAME = 4;
    private static final int FRAME = 64;

    private LongColumn() {}

    public static void encode(long[] column, int count, ByteSink out) {
        if (count == 0) {
            return;
        }
        long[] work = new long[count];
        int best = PLAIN;
        int bestSize = Integer.MAX_VALUE;
        for (int mode = PLAIN; mode <= LINE; mode++) {
            transform(mode, column, count, work);
            for (int frames = 0; frames <= ONE_FRAME; frames += ONE_FRAME) {
                int size = size(work, mode == PLAIN ? 0 : 1, count, frames == 0 ? FRAME : count) + 2 * mode;
                if (size < bestSize) {
                    bestSize = size;
                    best = mode | frames;
                }
            }
        }
        int mode = best & 3;
        transform(mode, column, count, work);
        out.u8(best);
        if (mode != PLAIN) {
            out.zigzag(column[0]);
        }
        if (mode == LINE) {
            out.zigzag(slope(column, count));
        }
        write(work, mode == PLAIN ? 0 : 1, count, (best & ONE_FRAME) == 0 ? FRAME : count, out);
    }

    private static long slope(long[] column, int count) {
        return count < 2 ? 0 : Math.round((double) (column[count - 1] - column[0]) / (count - 1));
    }

    private static void transform(int mode, long[] column, int count, long[] into) {
        into[0] = column[0];
        if (mode == DELTA) {
            for (int i = 1; i < count; i++) {
                into[i] = column[i] - column[i - 1];
            }
        } else if (mode == LINE) {
            long line = column[0];
            long slope = slope(column, count);
            for (int i = 1; i < count; i++) {
                line += slope;
                into[i] = column[i] - line;
            }
        } else {
            System.arraycopy(column, 0, into, 0, count);
        }
    }

    private static long min(long[] work, int start, int end) {
        long min = work[start];
        for (int i = start + 1; i < end; i++) {
            min = Math.min(min, work[i]);
        }
        return min;
    }

    /** Bits of the widest distance from the minimum; more than 57 could span nine bytes, so they become 64. */
    private static int width(long[] work, int start, int end, long min) {
        long all = 0;
        for (int i = start; i < end; i++) {
            all |= work[i] - min;
        }
        int width = 64 - Long.numberOfLeadingZeros(all);
        return width > 57 ? 64 : width;
    }

    private static int size(long[] work, int first, int count, int frame) {
        int size = 0;
        for (int start = first; start < count; start += frame) {
            int end = Math.min(count, start + frame);
            long min = min(work, start, end);
            size += ByteSink.zigzagSize(min) + 1 + (width(work, start, end, min) * (end - start) + 7) / 8;
        }
        return size;
    }

    private static void write(long[] work, int first, int count, int frame, ByteSink out) {
        for (int start = first; start < count; start += frame) {
            int end = Math.min(count, start + frame);
            long min = min(work, start, end);
            int width = width(work, start, end, min);
            out.zigzag(min).u8(width);
            pack(work, start, end, min, width, out);
        }
    }

    private static void pack(long[] work, int start, int end, long min, int width, ByteSink out) {
        if (width == 0) {
            return;
        }
        long word = 0;
        int used = 0;
        for (int i = start; i < end; i++) {
            long value = work[i] - min;
            word |= value << used;
            used += width;
            if (used >= 64) {
                out.u64(word);
                used -= 64;
                word = used == 0 ? 0 : value >>> (width - used);
            }
        }
        for (; used > 0; used -= 8) {
            out.u8((int) word);
            word >>>= 8;
        }
    }

    /** Fills {@code into} up to the count. */
    public static void decode(ByteSource in, int count, long[] into) {
        if (count == 0) {
            return;
        }
        int best = in.u8();
        int mode = best & 3;
        if (best > (ONE_FRAME | LINE) || mode > LINE) {
            throw new CorruptDataException("a column of longs begins with " + best);
        }
        if (mode != PLAIN) {
            into[0] = in.zigzag();
        }
        long slope = mode == LINE ? in.zigzag() : 0;
        int frame = (best & ONE_FRAME) == 0 ? FRAME : count;
        for (int start = mode == PLAIN ? 0 : 1; start < count; start += frame) {
            unpack(in, into, start, Math.min(count, start + frame));
        }
        restore(mode, slope, count, into);
    }

    private static void unpack(ByteSource in, long[] into, int start, int end) {
        long min = in.zigzag();
        int width = in.u8();
        if (width > 57 && width != 64) {
            throw new CorruptDataException("a column of longs has a frame of width " + width);
        }
        int at = in.at();
        in.skip((width * (end - start) + 7) / 8);
        byte[] data = in.array();
        int last = data.length - 8;
        long mask = width == 64 ? -1 : (1L << width) - 1;
        for (int i = start, bit = 0; i < end; i++, bit += width) {
            int from = at + (bit >>> 3);
            long word = from <= last ? (long) LONG.get(data, from) : tail(data, from);
            into[i] = min + ((word >>> (bit & 7)) & mask);
        }
    }

    /** The last bytes of an array as a word. */
    private static long tail(byte[] data, int from) {
        long word = 0;
        for (int i = data.length - 1; i >= from; i--) {
            word = (word << 8) | (data[i] & 0xff);
        }
        return word;
    }

    private static void restore(int mode, long slope, int count, long[] into) {
        if (mode == DELTA) {
            long value = into[0];
            for (int i = 1; i < count; i++) {
                value += into[i];
                into[i] = value;
            }
        } else if (mode == LINE) {
            long value = into[0];
            for (int i = 1; i < count; i++) {
                value += slope;
                into[i] += value;
            }
        }
    }
}
