package io.dawsos.observatory.tsdb.head;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.tsdb.index.LabelIndex;
import io.dawsos.observatory.tsdb.index.LabelValues;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The series by their int and by their labels, with their postings. One writer; readers are kept out by the caller while
 * it writes.
 */
final class SeriesTable implements LabelIndex {
    private LabelPairs pairs = new LabelPairs();
    private Postings postings = new Postings();
    private final RoaringBitmap all = new RoaringBitmap();
    private @Nullable HeadSeries[] series = new @Nullable HeadSeries[64];
    private int[] table = new int[256];
    private int size;
    private int next;

    int size() {
        return size;
    }

    int next() {
        return next;
    }

    @Nullable
    HeadSeries get(int ref) {
        return ref >= 0 && ref < next ? series[ref] : null;
    }

    /** -1 when it is not there. */
    int find(Labels labels) {
        return table[slot(labels)] - 1;
    }

    private int slot(Labels labels) {
        int mask = table.length - 1;
        int slot = spread(labels.hashCode()) & mask;
        for (int at = table[slot]; at != 0; at = table[slot]) {
            HeadSeries found = series[at - 1];
            if (found != null && found.hash == labels.hashCode() && isNamed(found, labels)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9e3779b9;
        return mixed ^ (mixed >>> 15);
    }

    private boolean isNamed(HeadSeries found, Labels labels) {
        if (found.labels.length != labels.size()) {
            return false;
        }
        for (int i = 0; i < found.labels.length; i++) {
            int pair = found.labels[i];
            if (!pairs.value(pair).equals(labels.value(i)) || !pairs.name(pair).equals(labels.name(i))) {
                return false;
            }
        }
        return true;
    }

    Labels labels(HeadSeries of) {
        String[] named = new String[of.labels.length * 2];
        for (int i = 0; i < of.labels.length; i++) {
            named[2 * i] = pairs.name(of.labels[i]);
            named[2 * i + 1] = pairs.value(of.labels[i]);
        }
        return Labels.ofSorted(named);
    }

    /** Series with a label, without making a bitmap. */
    int count(String name, String value) {
        int pair = pairs.find(name, value);
        return pair < 0 ? 0 : postings.count(pair);
    }

    /** Puts in a series that is not there under an int that is free. */
    void create(int ref, Labels labels) {
        int[] ints = new int[labels.size()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = pairs.add(labels.name(i), labels.value(i));
            postings.add(ints[i], ref);
        }
        if (ref >= series.length) {
            series = Arrays.copyOf(series, Math.max(ref + 1, series.length * 2));
        }
        next = Math.max(next, ref + 1);
        if ((size + 1) * 2 > table.length) {
            rehash(table.length * 2);
        }
        int slot = slot(labels);
        series[ref] = new HeadSeries(ref, labels.hashCode(), ints);
        table[slot] = ref + 1;
        all.add(ref);
        size++;
    }

    private void rehash(int capacity) {
        table = new int[capacity];
        int mask = capacity - 1;
        all.forEach((int ref) -> {
            HeadSeries known = series[ref];
            if (known != null) {
                int slot = spread(known.hash) & mask;
                while (table[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                table[slot] = ref + 1;
            }
        });
    }

    /** Puts another object in the place of a series of the same name. */
    void replace(HeadSeries made) {
        series[made.ref] = made;
    }

    void remove(RoaringBitmap gone) {
        if (gone.isEmpty()) {
            return;
        }
        RoaringBitmap touched = new RoaringBitmap();
        gone.forEach((int ref) -> {
            HeadSeries known = series[ref];
            if (known != null) {
                touched.add(known.labels);
                size--;
            }
            series[ref] = null;
        });
        touched.forEach((int pair) -> postings.remove(pair, gone));
        all.andNot(gone);
        rehash(table.length);
        renumberWhenMostLabelsAreGone();
    }

    private void renumberWhenMostLabelsAreGone() {
        int gone = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            gone += postings.isEmpty(pair) ? 1 : 0;
        }
        if (gone * 4 < pairs.size()) {
            return;
        }
        LabelPairs fewer = new LabelPairs();
        Postings fresh = new Postings();
        all.forEach((int ref) -> {
            HeadSeries known = series[ref];
            if (known != null) {
                int[] ints = new int[known.labels.length];
                for (int i = 0; i < ints.length; i++) {
                    ints[i] = fewer.add(pairs.name(known.labels[i]), pairs.value(known.labels[i]));
                    fresh.add(ints[i], ref);
                }
                series[ref] = known.withLabels(ints);
            }
        });
        pairs = fewer;
        postings = fresh;
    }

    @Override
    public RoaringBitmap all() {
        return all.clone();
    }

    @Override
    public RoaringBitmap postings(String name, String value) {
        RoaringBitmap found = new RoaringBitmap();
        int pair = pairs.find(name, value);
        if (pair >= 0) {
            postings.addTo(pair, found);
        }
        return found;
    }

    @Override
    public LabelValues values(String name) {
        int[] sorted = pairs.sorted(name);
        return new LabelValues() {
            @Override
            public int size() {
                return sorted.length;
            }

            @Override
            public String value(int i) {
                return pairs.value(sorted[i]);
            }

            @Override
            public void addTo(int i, RoaringBitmap into) {
                postings.addTo(sorted[i], into);
            }
        };
    }

    @Override
    public List<String> names() {
        return pairs.names();
    }
}
