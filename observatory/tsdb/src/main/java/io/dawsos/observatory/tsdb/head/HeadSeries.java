package io.dawsos.observatory.tsdb.head;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.tsdb.codec.ByteSink;
import io.dawsos.observatory.tsdb.codec.Chunk;
import io.dawsos.observatory.tsdb.codec.SampleRun;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one series in memory: sealed chunks, which never change, then the newest samples as they came. A late
 * sample goes to where its time belongs, by making that chunk anew, so a reader always finds one ascending sequence.
 * Guarded by itself; written by one thread at a time.
 */
final class HeadSeries {
    /** What a sealed chunk grows to in memory. */
    private static final int CHUNK_SAMPLES = 128;

    private static final int TAIL_FLOATS = 32;
    private static final int TAIL_HISTOGRAMS = 8;
    private static final byte[][] NO_CHUNKS = {};

    final int ref;
    final int hash;
    final int[] labels;

    /** Times and body in turn, by time, not overlapping. */
    private byte[][] chunks = NO_CHUNKS;

    private SampleRun tail = new SampleRun(4);

    HeadSeries(int ref, int hash, int[] labels) {
        this.ref = ref;
        this.hash = hash;
        this.labels = labels;
    }

    /** The same samples under other ints for the labels; this one stays as it is. */
    synchronized HeadSeries withLabels(int[] ints) {
        HeadSeries same = new HeadSeries(ref, hash, ints);
        same.chunks = chunks;
        same.tail = tail.slice(0, tail.size());
        return same;
    }

    synchronized boolean isEmpty() {
        return chunks.length == 0 && tail.size() == 0;
    }

    /** {@code Long.MAX_VALUE} when there is no sample. */
    synchronized long first() {
        if (chunks.length > 0) {
            return Chunk.first(chunks[0]);
        }
        return tail.size() > 0 ? tail.time(0) : Long.MAX_VALUE;
    }

    /** {@code Long.MIN_VALUE} when there is no sample. */
    synchronized long last() {
        if (tail.size() > 0) {
            return tail.time(tail.size() - 1);
        }
        return chunks.length > 0 ? Chunk.last(chunks[chunks.length - 2]) : Long.MIN_VALUE;
    }

    /** Puts in a sample whose time is new. */
    synchronized void add(long time, double value, @Nullable NativeHistogram histogram, long start, ColumnCache cache) {
        long sealed = chunks.length > 0 ? Chunk.last(chunks[chunks.length - 2]) : Long.MIN_VALUE;
        if (chunks.length > 0 && time <= sealed) {
            addLate(time, value, histogram, start, cache);
            return;
        }
        if (tail.size() > 0 && tail.isHistograms() != (histogram != null)) {
            addOtherKind(time, value, histogram, start, cache);
            return;
        }
        tail.insert(time, value, histogram, start);
        if (tail.size() >= (histogram != null ? TAIL_HISTOGRAMS : TAIL_FLOATS)) {
            seal(cache);
        }
    }

    /** A chunk holds one kind: the tail becomes one, or two around a sample of the other kind. */
    private void addOtherKind(
            long time, double value, @Nullable NativeHistogram histogram, long start, ColumnCache cache) {
        int at = -1 - tail.find(time);
        SampleRun after = tail.slice(at, tail.size());
        tail = tail.slice(0, at);
        seal(cache);
        tail.append(time, value, histogram, start);
        if (after.size() > 0) {
            seal(cache);
            tail = after;
        }
    }

    private void seal(ColumnCache cache) {
        if (tail.size() == 0) {
            return;
        }
        int last = chunks.length - 2;
        boolean grows = last >= 0
                && Chunk.isHistograms(chunks[last + 1]) == tail.isHistograms()
                && Chunk.count(chunks[last]) + tail.size() <= CHUNK_SAMPLES;
        SampleRun run = tail;
        if (grows) {
            run = Chunk.decode(chunks[last], chunks[last + 1]);
            run.appendAll(tail);
        }
        byte[][] longer = Arrays.copyOf(chunks, grows ? chunks.length : chunks.length + 2);
        longer[longer.length - 2] = cache.times(run);
        longer[longer.length - 1] = cache.body(run);
        chunks = longer;
        tail.clear();
    }

    private void addLate(long time, double value, @Nullable NativeHistogram histogram, long start, ColumnCache cache) {
        int at = 0;
        while (at < chunks.length - 2 && Chunk.first(chunks[at + 2]) <= time) {
            at += 2;
        }
        SampleRun run = Chunk.decode(chunks[at], chunks[at + 1]);
        int index = -1 - run.find(time);
        SampleRun[] parts;
        if (run.isHistograms() == (histogram != null)) {
            run.insert(time, value, histogram, start);
            int middle = run.size() / 2;
            parts = run.size() <= 2 * CHUNK_SAMPLES
                    ? new SampleRun[] {run}
                    : new SampleRun[] {run.slice(0, middle), run.slice(middle, run.size())};
        } else {
            SampleRun other = new SampleRun(1);
            other.append(time, value, histogram, start);
            parts = new SampleRun[] {run.slice(0, index), other, run.slice(index, run.size())};
        }
        replace(at, parts, cache);
    }

    /** Puts runs in the place of one chunk; empty ones are left out. */
    private void replace(int at, SampleRun[] parts, ColumnCache cache) {
        byte[][] made = new byte[chunks.length - 2 + 2 * parts.length][];
        System.arraycopy(chunks, 0, made, 0, at);
        int to = at;
        for (SampleRun part : parts) {
            if (part.size() > 0) {
                made[to++] = cache.times(part);
                made[to++] = cache.body(part);
            }
        }
        int after = chunks.length - at - 2;
        System.arraycopy(chunks, at + 2, made, to, after);
        chunks = Arrays.copyOf(made, to + after);
    }

    /** Appends the samples of a time, both ends included. */
    synchronized void read(long from, long to, Samples into) {
        SampleRun run = null;
        for (int i = 0; i < chunks.length; i += 2) {
            if (Chunk.first(chunks[i]) > to) {
                return;
            }
            if (Chunk.last(chunks[i]) >= from) {
                run = run == null ? new SampleRun(CHUNK_SAMPLES) : run;
                Chunk.decode(chunks[i], chunks[i + 1], run);
                run.copyTo(from, to, into);
            }
        }
        tail.copyTo(from, to, into);
    }

    /** A series of the same name without the samples of a time, both ends included; this one stays as it is. */
    synchronized HeadSeries without(long from, long to, ColumnCache cache) {
        HeadSeries left = new HeadSeries(ref, hash, labels);
        left.chunks = chunks;
        left.tail = cut(tail, from, to)[0];
        left.tail.appendAll(cut(tail, from, to)[1]);
        for (int i = chunks.length - 2; i >= 0; i -= 2) {
            long first = Chunk.first(chunks[i]);
            long last = Chunk.last(chunks[i]);
            if (first >= from && last <= to) {
                left.replace(i, new SampleRun[0], cache);
            } else if (last >= from && first <= to) {
                left.replace(i, cut(Chunk.decode(chunks[i], chunks[i + 1]), from, to), cache);
            }
        }
        return left;
    }

    private static SampleRun[] cut(SampleRun run, long from, long to) {
        int start = run.find(from);
        start = start < 0 ? -1 - start : start;
        int end = to == Long.MAX_VALUE ? run.size() : run.find(to + 1);
        end = end < 0 ? -1 - end : end;
        return new SampleRun[] {run.slice(0, start), run.slice(Math.max(start, end), run.size())};
    }

    /** Everything as chunks, for a checkpoint: times and body in turn. */
    synchronized byte[][] toChunks() {
        if (tail.size() == 0) {
            return chunks;
        }
        byte[][] all = Arrays.copyOf(chunks, chunks.length + 2);
        ByteSink scratch = new ByteSink();
        all[all.length - 2] = Chunk.encodeTimes(tail, scratch);
        all[all.length - 1] = Chunk.encodeBody(tail, scratch);
        return all;
    }

    /** Takes what {@link #toChunks} gave, into a series that has no sample yet. */
    synchronized void load(byte[][] loaded, ColumnCache cache) {
        byte[][] taken = new byte[loaded.length][];
        for (int i = 0; i < loaded.length; i++) {
            taken[i] = cache.shared(loaded[i]);
        }
        int last = taken.length - 2;
        if (last >= 0 && Chunk.count(taken[last]) < TAIL_HISTOGRAMS) {
            tail = Chunk.decode(taken[last], taken[last + 1]);
            taken = Arrays.copyOf(taken, last);
        }
        chunks = taken;
    }
}
