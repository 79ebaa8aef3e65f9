package io.dawsos.observatory.ingest.wire;

import io.dawsos.observatory.model.Buckets;
import java.util.Arrays;

/**
 * Gathers one side of a native histogram as it travels: spans of buckets that follow each other, and the counts, each
 * either itself or as the difference to the one before.
 */
public final class BucketsReader {
    private int[] offsets = new int[8];
    private long[] lengths = new long[8];
    private int spans;
    private double[] counts = new double[32];
    private int size;
    private long last;

    public void clear() {
        spans = 0;
        size = 0;
        last = 0;
    }

    public boolean hasSpans() {
        return spans > 0;
    }

    /** Reads a span: 1 the offset to the end of the one before, 2 how many buckets. */
    public void span(WireReader reader) throws WireException {
        int outer = reader.enter();
        int offset = 0;
        long length = 0;
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> offset = (int) reader.zigzag();
                case 2 -> length = reader.varint() & 0xffff_ffffL;
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        add(offset, length);
    }

    private void add(int offset, long length) {
        if (spans == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * spans);
            lengths = Arrays.copyOf(lengths, 2 * spans);
        }
        offsets[spans] = offset;
        lengths[spans++] = length;
    }

    /** Reads one difference, or many in a row. */
    public void deltas(WireReader reader) throws WireException {
        if (!reader.isRange()) {
            delta(reader.zigzag());
            return;
        }
        int outer = reader.enter();
        while (!reader.atEnd()) {
            delta(WireReader.unzigzag(reader.rawVarint()));
        }
        reader.leave(outer);
    }

    private void delta(long delta) {
        last += delta;
        count((double) last);
    }

    /** Reads one count, or many in a row. */
    public void counts(WireReader reader) throws WireException {
        if (!reader.isRange()) {
            count(reader.decimal());
            return;
        }
        int outer = reader.enter();
        while (!reader.atEnd()) {
            count(reader.rawDecimal());
        }
        reader.leave(outer);
    }

    private void count(double count) {
        if (size == counts.length) {
            counts = Arrays.copyOf(counts, 2 * size);
        }
        counts[size++] = count;
    }

    /**
     * What was gathered.
     *
     * @param at where the histogram is, for errors
     */
    public Buckets buckets(int at) throws WireException {
        if (size == 0 && spansLength() == 0) {
            return Buckets.NONE;
        }
        if (spansLength() != size) {
            throw new WireException(
                    at, "a histogram's spans want " + spansLength() + " buckets, got " + size + " counts");
        }
        return new Buckets(indexes(at), Arrays.copyOf(counts, size));
    }

    private long spansLength() {
        long sum = 0;
        for (int i = 0; i < spans; i++) {
            sum += lengths[i];
        }
        return sum;
    }

    private int[] indexes(int at) throws WireException {
        int[] indexes = new int[size];
        int filled = 0;
        long index = 0;
        for (int span = 0; span < spans; span++) {
            if (span > 0 && offsets[span] < 0) {
                throw new WireException(at, "a histogram's span begins before the one before it ends");
            }
            index += offsets[span];
            if (index < Integer.MIN_VALUE || index + lengths[span] > Integer.MAX_VALUE) {
                throw new WireException(at, "a histogram's bucket has an index beyond all numbers");
            }
            for (long i = 0; i < lengths[span]; i++) {
                indexes[filled++] = (int) index++;
            }
        }
        return indexes;
    }
}
