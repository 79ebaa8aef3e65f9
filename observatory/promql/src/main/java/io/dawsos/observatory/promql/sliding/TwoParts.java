package io.dawsos.observatory.promql.sliding;

/**
 * Slides over windows that are cut in two: of the older part there is a result from each sample to the cut, of the newer
 * one a running result, and a window's is both together. When the older part has slid out, the cut moves to the newest
 * sample. Each sample is so taken twice at most, whatever the windows overlap, and nothing is ever subtracted.
 */
abstract class TwoParts {

    /** @param least samples of a window that has a result */
    final void slide(int[] from, int[] to, int least) {
        int cut = 0;
        int next = 0;
        for (int step = 0; step < from.length; step++) {
            int first = from[step];
            int end = to[step];
            if (end - first < least) {
                continue;
            }
            if (first >= cut) {
                cut(first, end);
                cut = end;
                next = end;
            }
            newer(next, end);
            next = end;
            window(step, first, cut, end);
        }
    }

    /** Works out the older part from each of the samples {@code first} (included) to {@code end} (excluded); none is newer. */
    abstract void cut(int first, int end);

    /** Takes samples {@code from} (included) to {@code to} (excluded) into the newer part. */
    abstract void newer(int from, int to);

    /** Of samples {@code first} to {@code end}, of which those from {@code cut} on are newer. */
    abstract void window(int step, int first, int cut, int end);
}
