package io.dawsos.observatory.tsdb.head;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.tsdb.index.LabelIndex;
import io.dawsos.observatory.tsdb.index.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * The series in memory. One thread writes at a time, which the caller sees to; any number read.
 *
 * <p>While a span of time is being written into a block ({@link #beginCut} to {@link #endCut}), samples that come late
 * for it are noted, and put back after the span was dropped from memory.
 */
public final class Head {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final SeriesTable table = new SeriesTable();
    private final ColumnCache cache = new ColumnCache();
    private final Object loaded = new Object();
    private final List<Late> late = new ArrayList<>();

    private long cutting = Long.MIN_VALUE;
    private volatile long first = Long.MAX_VALUE;
    private volatile long last = Long.MIN_VALUE;

    private record Late(
            Labels labels,
            long time,
            double value,
            @Nullable NativeHistogram histogram,
            long start) {}

    /** Time of the oldest sample; {@code Long.MAX_VALUE} when there is none. */
    public long first() {
        return first;
    }

    /** Time of the newest sample that ever was; {@code Long.MIN_VALUE} when there was none. */
    public long last() {
        return last;
    }

    public int size() {
        return read(() -> table.size());
    }

    private <T> T read(Supplier<T> reading) {
        lock.readLock().lock();
        try {
            return reading.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void write(Runnable writing) {
        lock.writeLock().lock();
        try {
            writing.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The int of a series, -1 when it is not there. */
    public int find(Labels labels) {
        return read(() -> table.find(labels));
    }

    /** One more than the largest int that was given. */
    public int next() {
        return table.next();
    }

    public boolean has(int ref) {
        return table.get(ref) != null;
    }

    /** How many series have this metric's name. */
    public int seriesOf(String metric) {
        return table.count(Labels.METRIC_NAME, metric);
    }

    /** Makes a series that is not there. */
    public int create(Labels labels) {
        int ref = table.next();
        create(ref, labels);
        return ref;
    }

    /** Makes a series that is not there, under an int that is free. */
    public void create(int ref, Labels labels) {
        write(() -> table.create(ref, labels));
    }

    /** Time of a series' newest sample; {@code Long.MIN_VALUE} when it has none. */
    public long last(int ref) {
        return series(ref).last();
    }

    public Labels labels(int ref) {
        return table.labels(series(ref));
    }

    private HeadSeries series(int ref) {
        HeadSeries found = table.get(ref);
        if (found == null) {
            throw new IllegalArgumentException("there is no series " + ref);
        }
        return found;
    }

    /** Appends the samples of a series in a time, both ends included. */
    public void read(int ref, long from, long to, Samples into) {
        series(ref).read(from, to, into);
    }

    /** Puts in a sample whose time the series does not have yet; histogram is null where it is a float. */
    public void add(int ref, long time, double value, @Nullable NativeHistogram histogram, long start) {
        HeadSeries to = series(ref);
        to.add(time, value, histogram, start, cache);
        if (time < first) {
            first = time;
        }
        if (time > last) {
            last = time;
        }
        if (time < cutting) {
            late.add(new Late(table.labels(to), time, value, histogram, start));
        }
    }

    /** For samples of a log that is read again; nobody else writes meanwhile. */
    public Loader loader() {
        return new Loader();
    }

    /** Puts samples in beside other loaders, each into series of its own. For one thread. */
    public final class Loader implements AutoCloseable {
        private final ColumnCache columns = new ColumnCache();
        private final Samples found = new Samples(16);
        private long oldest = Long.MAX_VALUE;
        private long newest = Long.MIN_VALUE;

        private Loader() {}

        /** Puts in a sample, unless the series has one at that time. */
        public void put(int ref, long time, double value, @Nullable NativeHistogram histogram, long start) {
            HeadSeries to = series(ref);
            if (time <= to.last()) {
                found.clear();
                to.read(time, time, found);
                if (found.size() > 0) {
                    return;
                }
            }
            to.add(time, value, histogram, start, columns);
            oldest = Math.min(oldest, time);
            newest = Math.max(newest, time);
        }

        /** Makes the times of the head those of what was put in, too. */
        @Override
        public void close() {
            synchronized (loaded) {
                first = Math.min(first, oldest);
                last = Math.max(last, newest);
            }
        }
    }

    /** Gives chunks of a checkpoint to a series that has no sample yet. */
    public void load(int ref, byte[][] chunks) {
        HeadSeries to = series(ref);
        if (chunks.length == 0) {
            return;
        }
        to.load(chunks, cache);
        first = Math.min(first, to.first());
        last = Math.max(last, to.last());
    }

    /** The matching series that have samples between the times, both included. */
    public List<HeadPart> select(List<Matcher> matchers, long from, long to) {
        return read(() -> {
            List<HeadPart> found = new ArrayList<>();
            for (IntIterator refs = Matching.series(matchers, table).getIntIterator(); refs.hasNext(); ) {
                HeadSeries series = series(refs.next());
                if (series.first() <= to && series.last() >= from) {
                    found.add(new HeadPart(table.labels(series), series));
                }
            }
            return found;
        });
    }

    /** Asks the index, which does not change meanwhile. */
    public <T> T ask(Function<LabelIndex, T> question) {
        return read(() -> question.apply(table));
    }

    /** From now on, until {@link #endCut}, samples before this time that come late are noted. */
    public void beginCut(long before) {
        cutting = before;
    }

    /** Drops all samples before the time of {@link #beginCut} but those that came since, and series left without any. */
    public void endCut() {
        long before = cutting;
        cutting = Long.MIN_VALUE;
        write(() -> {
            drop(table.all(), Long.MIN_VALUE, before - 1);
            for (Late sample : late) {
                int ref = table.find(sample.labels);
                if (ref < 0) {
                    ref = table.next();
                    table.create(ref, sample.labels);
                }
                add(ref, sample.time, sample.value, sample.histogram, sample.start);
            }
            late.clear();
        });
    }

    /** Ends a cut that came to nothing: everything stays. */
    public void cancelCut() {
        cutting = Long.MIN_VALUE;
        late.clear();
    }

    /** Drops the samples of matching series between the times, both included; returns of how many series. */
    public int delete(List<Matcher> matchers, long from, long to) {
        RoaringBitmap doomed = read(() -> Matching.series(matchers, table));
        int[] dropped = new int[1];
        write(() -> dropped[0] = drop(doomed, from, to));
        return dropped[0];
    }

    private int drop(RoaringBitmap refs, long from, long to) {
        RoaringBitmap empty = new RoaringBitmap();
        int touched = 0;
        long oldest = Long.MAX_VALUE;
        for (IntIterator each = refs.getIntIterator(); each.hasNext(); ) {
            HeadSeries series = series(each.next());
            if (series.first() <= to && series.last() >= from) {
                touched++;
                series = series.without(from, to, cache);
                table.replace(series);
            }
            if (series.isEmpty()) {
                empty.add(series.ref);
            }
        }
        table.remove(empty);
        for (IntIterator each = table.all().getIntIterator(); each.hasNext(); ) {
            oldest = Math.min(oldest, series(each.next()).first());
        }
        first = oldest;
        return touched;
    }
}
