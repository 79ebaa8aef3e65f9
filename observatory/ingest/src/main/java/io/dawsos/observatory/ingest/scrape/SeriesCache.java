package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.model.Labels;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The series of one target by their text, so that a scrape that says what the last one said reads no labels again. For
 * one thread.
 */
final class SeriesCache {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private @Nullable CachedSeries[] table = new CachedSeries[64];
    private int size;
    private long scrape;
    private @Nullable CachedSeries first;
    private @Nullable CachedSeries previous;

    /** A scrape begins, or begins again. */
    void begin() {
        scrape++;
        previous = null;
    }

    int size() {
        return size;
    }

    /** The number of the scrape that is under way. */
    long scrape() {
        return scrape;
    }

    /** The series with this text; null when it is new. */
    @Nullable
    CachedSeries find(byte[] bytes, int start, int length) {
        CachedSeries likely = previous == null ? first : previous.following;
        CachedSeries found = likely != null && hasText(likely, bytes, start, length)
                ? likely
                : lookUp(bytes, start, length, hash(bytes, start, length));
        if (found != null) {
            link(found);
        }
        return found;
    }

    private @Nullable CachedSeries lookUp(byte[] bytes, int start, int length, int hash) {
        for (int slot = hash & (table.length - 1); ; slot = (slot + 1) & (table.length - 1)) {
            CachedSeries series = table[slot];
            if (series == null || (series.hash == hash && hasText(series, bytes, start, length))) {
                return series;
            }
        }
    }

    private static boolean hasText(CachedSeries series, byte[] bytes, int start, int length) {
        return series.text.length == length && Arrays.equals(series.text, 0, length, bytes, start, start + length);
    }

    private static int hash(byte[] bytes, int start, int length) {
        long hash = length;
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            hash = (hash ^ (long) WORD.get(bytes, start + i)) * MIX;
            hash ^= hash >>> 32;
        }
        for (; i < length; i++) {
            hash = (hash ^ bytes[start + i]) * MIX;
        }
        return (int) (hash ^ (hash >>> 32));
    }

    private void link(CachedSeries series) {
        if (previous == null) {
            first = series;
        } else {
            previous.following = series;
        }
        previous = series;
    }

    /** @param labels null when the series is dropped */
    CachedSeries add(byte[] bytes, int start, int length, @Nullable Labels labels) {
        if (size >= table.length / 2) {
            rebuild(live(), table.length * 2);
        }
        CachedSeries series =
                new CachedSeries(Arrays.copyOfRange(bytes, start, start + length), hash(bytes, start, length), labels);
        put(series);
        link(series);
        return series;
    }

    private void put(CachedSeries series) {
        int slot = series.hash & (table.length - 1);
        while (table[slot] != null) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = series;
        size++;
    }

    private List<CachedSeries> live() {
        List<CachedSeries> live = new ArrayList<>(size);
        for (CachedSeries series : table) {
            if (series != null) {
                live.add(series);
            }
        }
        return live;
    }

    private void rebuild(List<CachedSeries> kept, int room) {
        table = new CachedSeries[room];
        size = 0;
        kept.forEach(this::put);
    }

    /** Labels that ended with the scrape that is under way, and are not written under another text now. */
    Set<Labels> vanished() {
        Set<Labels> vanished = new HashSet<>();
        for (CachedSeries series : table) {
            if (series != null && series.tracked && series.seen != scrape && series.labels != null) {
                vanished.add(series.labels);
            }
        }
        if (!vanished.isEmpty()) {
            vanished.removeAll(seen());
        }
        return vanished;
    }

    /** The labels of the series that the scrape that is under way has. */
    Set<Labels> seen() {
        Set<Labels> seen = new HashSet<>();
        for (CachedSeries series : table) {
            if (series != null && series.seen == scrape && series.labels != null) {
                seen.add(series.labels);
            }
        }
        return seen;
    }

    /** The scrape is finished and stored: what it did not say is forgotten. */
    void finish() {
        List<CachedSeries> kept = new ArrayList<>(size);
        for (CachedSeries series : table) {
            if (series != null && series.seen == scrape) {
                series.tracked = series.trackable;
                kept.add(series);
            }
        }
        if (kept.size() < size) {
            rebuild(kept, roomFor(kept.size()));
            unlink(kept);
        }
    }

    private static int roomFor(int count) {
        return Integer.highestOneBit(Math.max(16, count)) * 4;
    }

    private void unlink(List<CachedSeries> kept) {
        for (CachedSeries series : kept) {
            if (series.following != null && series.following.seen != scrape) {
                series.following = null;
            }
        }
        first = first != null && first.seen == scrape ? first : null;
        previous = null;
    }

    /** Labels that end where nothing could be scraped. */
    Set<Labels> allTracked() {
        Set<Labels> tracked = new HashSet<>();
        for (CachedSeries series : table) {
            if (series != null && series.tracked && series.labels != null) {
                tracked.add(series.labels);
            }
        }
        return tracked;
    }

    /** All that was tracked has been ended, and what only a failed scrape said is forgotten. */
    void endAll() {
        List<CachedSeries> kept = live();
        kept.removeIf(series -> !series.tracked);
        rebuild(kept, roomFor(kept.size()));
        for (CachedSeries series : kept) {
            series.tracked = false;
            series.following = null;
        }
        first = null;
        previous = null;
    }

    /** The store forgot some of its numbers. */
    void forgetRefs() {
        live().forEach(series -> series.ref = CachedSeries.NO_REF);
    }
}
