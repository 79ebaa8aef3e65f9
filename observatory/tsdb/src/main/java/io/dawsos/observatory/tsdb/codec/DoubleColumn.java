package io.dawsos.observatory.tsdb.codec;

/**
 * A column of doubles. Most of what is measured is whole numbers or short decimals: those become integers times a
 * power of ten in a {@link LongColumn}, the few that are neither (stale markers, infinities) as exceptions beside it;
 * a column of other values is an {@link XorColumn}. Every bit of every value comes back. The count is not stored.
 */
public final class DoubleColumn {
    private static final int MAX_DECIMALS = 9;
    private static final int EXCEPTIONS = 0x20;
    private static final int XOR = 0x40;
    private static final double LARGEST = 0x1p53;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private DoubleColumn() {}

    public static void encode(double[] column, int count, ByteSink out) {
        if (count == 0) {
            return;
        }
        int start = out.size();
        if (encodeDecimals(column, count, out)) {
            if (out.size() - start <= 3 * count + 8) {
                return;
            }
            ByteSink other = new ByteSink(out.size() - start);
            other.u8(XOR);
            XorColumn.encode(column, count, other);
            if (other.size() >= out.size() - start) {
                return;
            }
            out.truncate(start);
            out.bytes(other.array(), 0, other.size());
            return;
        }
        out.u8(XOR);
        XorColumn.encode(column, count, out);
    }

    private static boolean encodeDecimals(double[] column, int count, ByteSink out) {
        int allowed = 1 + count / 16;
        int decimals = decimals(column, count, allowed);
        if (decimals < 0) {
            return false;
        }
        long[] scaled = new long[count];
        int[] exceptions = new int[allowed];
        int found = 0;
        long last = 0;
        for (int i = 0; i < count; i++) {
            if (fits(column[i], decimals)) {
                last = Math.round(column[i] * POWERS[decimals]);
            } else if (found == allowed) {
                return false;
            } else {
                exceptions[found++] = i;
            }
            scaled[i] = last;
        }
        out.u8(decimals | (found > 0 ? EXCEPTIONS : 0));
        if (found > 0) {
            out.varint(found);
            for (int i = 0; i < found; i++) {
                out.varint(exceptions[i]).u64(Double.doubleToRawLongBits(column[exceptions[i]]));
            }
        }
        LongColumn.encode(scaled, count, out);
        return true;
    }

    /** The fewest decimals that all but the allowed exceptions have; -1 when there are none such. */
    private static int decimals(double[] column, int count, int allowed) {
        int decimals = 0;
        int exceptions = 0;
        for (int i = 0; i < count; i++) {
            if (fits(column[i], decimals)) {
                continue;
            }
            int wanted = decimals + 1;
            while (wanted <= MAX_DECIMALS && !fits(column[i], wanted)) {
                wanted++;
            }
            if (wanted <= MAX_DECIMALS) {
                decimals = wanted;
            } else if (++exceptions > allowed) {
                return -1;
            }
        }
        return decimals;
    }

    private static boolean fits(double value, int decimals) {
        double scaled = value * POWERS[decimals];
        if (!(Math.abs(scaled) <= LARGEST)) {
            return false;
        }
        double back = (double) Math.round(scaled) / POWERS[decimals];
        return Double.doubleToRawLongBits(back) == Double.doubleToRawLongBits(value);
    }

    /** Fills {@code into} up to the count; {@code scratch} is as long. */
    public static void decode(ByteSource in, int count, double[] into, long[] scratch) {
        if (count == 0) {
            return;
        }
        int mode = in.u8();
        if (mode == XOR) {
            XorColumn.decode(in, count, into);
            return;
        }
        int decimals = mode & ~EXCEPTIONS;
        if (decimals > MAX_DECIMALS) {
            throw new CorruptDataException("a column of doubles begins with " + mode);
        }
        int exceptions = (mode & EXCEPTIONS) == 0 ? 0 : in.count(count);
        int from = in.at();
        for (int i = 0; i < exceptions; i++) {
            in.count(count - 1);
            in.skip(8);
        }
        LongColumn.decode(in, count, scratch);
        if (decimals == 0) {
            for (int i = 0; i < count; i++) {
                into[i] = (double) scratch[i];
            }
        } else {
            double power = POWERS[decimals];
            for (int i = 0; i < count; i++) {
                into[i] = (double) scratch[i] / power;
            }
        }
        ByteSource again = new ByteSource(in.array(), from, in.at());
        for (int i = 0; i < exceptions; i++) {
            int index = again.count(count - 1);
            into[index] = Double.longBitsToDouble(again.u64());
        }
    }
}
