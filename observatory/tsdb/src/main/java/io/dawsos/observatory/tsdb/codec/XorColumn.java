package io.dawsos.observatory.tsdb.codec;

/**
 * Doubles as differences by XOR, after Pelkonen et al., "Gorilla: a fast, scalable, in-memory time series database"
 * (VLDB 2015): for values that are no short decimals. Bits go from the highest of a byte to its lowest.
 */
final class XorColumn {
    private XorColumn() {}

    static void encode(double[] column, int count, ByteSink out) {
        Writer bits = new Writer(out);
        long last = Double.doubleToRawLongBits(column[0]);
        out.u64(last);
        int leading = 64;
        int trailing = 0;
        for (int i = 1; i < count; i++) {
            long value = Double.doubleToRawLongBits(column[i]);
            long xor = value ^ last;
            last = value;
            if (xor == 0) {
                bits.write(0, 1);
                continue;
            }
            int zerosBefore = Math.min(31, Long.numberOfLeadingZeros(xor));
            int zerosAfter = Long.numberOfTrailingZeros(xor);
            if (leading < 64 && zerosBefore >= leading && zerosAfter >= trailing) {
                bits.write(0b10, 2);
            } else {
                leading = zerosBefore;
                trailing = zerosAfter;
                bits.write((0b11L << 11) | ((long) leading << 6) | (63 - leading - trailing), 13);
            }
            bits.write(xor >>> trailing, 64 - leading - trailing);
        }
        bits.end();
    }

    static void decode(ByteSource in, int count, double[] into) {
        long value = in.u64();
        into[0] = Double.longBitsToDouble(value);
        Reader bits = new Reader(in);
        int length = 0;
        int trailing = 0;
        for (int i = 1; i < count; i++) {
            if (bits.read(1) != 0) {
                if (bits.read(1) != 0) {
                    int window = (int) bits.read(11);
                    length = (window & 63) + 1;
                    trailing = 64 - (window >>> 6) - length;
                    if (trailing < 0) {
                        throw new CorruptDataException(
                                "a column of doubles has a window of " + length + " bits after " + (window >>> 6));
                    }
                }
                value ^= bits.read(length) << trailing;
            }
            into[i] = Double.longBitsToDouble(value);
        }
    }

    private static final class Writer {
        private final ByteSink out;
        private int open;
        private int used;

        Writer(ByteSink out) {
            this.out = out;
        }

        void write(long value, int count) {
            for (int left = count; left > 0; ) {
                int now = Math.min(left, 8 - used);
                left -= now;
                open = (open << now) | ((int) (value >>> left) & ((1 << now) - 1));
                used += now;
                if (used == 8) {
                    out.u8(open);
                    open = 0;
                    used = 0;
                }
            }
        }

        void end() {
            if (used > 0) {
                out.u8(open << (8 - used));
            }
        }
    }

    private static final class Reader {
        private final ByteSource in;
        private int open;
        private int left;

        Reader(ByteSource in) {
            this.in = in;
        }

        long read(int count) {
            long value = 0;
            for (int wanted = count; wanted > 0; ) {
                if (left == 0) {
                    open = in.u8();
                    left = 8;
                }
                int now = Math.min(wanted, left);
                left -= now;
                value = (value << now) | ((open >>> left) & ((1 << now) - 1));
                wanted -= now;
            }
            return value;
        }
    }
}
