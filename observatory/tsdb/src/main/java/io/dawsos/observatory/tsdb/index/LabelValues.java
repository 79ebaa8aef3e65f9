package io.dawsos.observatory.tsdb.index;

import org.roaringbitmap.RoaringBitmap;

/** The values of one label, sorted, with the series that have them. */
public interface LabelValues {
    LabelValues NONE = new LabelValues() {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public String value(int i) {
            throw new IndexOutOfBoundsException(i);
        }

        @Override
        public void addTo(int i, RoaringBitmap series) {
            throw new IndexOutOfBoundsException(i);
        }
    };

    int size();

    String value(int i);

    /** Adds the series with the i-th value. */
    void addTo(int i, RoaringBitmap series);

    /** The index of the first value that is not less. */
    default int ceiling(String value) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value(middle).compareTo(value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
