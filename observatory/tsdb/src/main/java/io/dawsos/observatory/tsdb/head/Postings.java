package io.dawsos.observatory.tsdb.head;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Series by label: a short list as ints, a longer one as a roaring bitmap. Guarded as {@link LabelPairs} is. */
final class Postings {
    private static final int SHORT = 24;

    private @Nullable Object[] lists = new @Nullable Object[64];

    void add(int pair, int series) {
        if (pair >= lists.length) {
            lists = Arrays.copyOf(lists, Math.max(pair + 1, lists.length * 2));
        }
        switch (lists[pair]) {
            case null -> lists[pair] = new int[] {series};
            case int[] ints
            when ints.length < SHORT -> {
                int[] longer = Arrays.copyOf(ints, ints.length + 1);
                longer[ints.length] = series;
                lists[pair] = longer;
            }
            case int[] ints -> {
                RoaringBitmap bitmap = RoaringBitmap.bitmapOf(ints);
                bitmap.add(series);
                lists[pair] = bitmap;
            }
            case RoaringBitmap bitmap -> bitmap.add(series);
            default -> throw new AssertionError("a posting is ints or a bitmap");
        }
    }

    /** Takes series out of a label. */
    void remove(int pair, RoaringBitmap series) {
        RoaringBitmap left = new RoaringBitmap();
        addTo(pair, left);
        left.andNot(series);
        lists[pair] = left.isEmpty() ? null : left.getCardinality() <= SHORT ? left.toArray() : left;
    }

    void addTo(int pair, RoaringBitmap into) {
        switch (pair < lists.length ? lists[pair] : null) {
            case null -> {}
            case int[] ints -> into.add(ints);
            case RoaringBitmap bitmap -> into.or(bitmap);
            default -> throw new AssertionError("a posting is ints or a bitmap");
        }
    }

    boolean isEmpty(int pair) {
        return pair >= lists.length || lists[pair] == null;
    }

    int count(int pair) {
        return switch (pair < lists.length ? lists[pair] : null) {
            case null -> 0;
            case int[] ints -> ints.length;
            case RoaringBitmap bitmap -> bitmap.getCardinality();
            default -> throw new AssertionError("a posting is ints or a bitmap");
        };
    }
}
