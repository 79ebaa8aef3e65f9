package io.dawsos.observatory.promql.function;

/** How an increase seen between a window's first and last sample is carried on to the edges of its range. */
final class Extrapolation {
    private Extrapolation() {}

    /**
     * By what the increase is to be multiplied. It reaches an edge that is within 1.1 times the samples' mean distance,
     * else half such a distance beyond the sample; a counter's no farther back than where it would be 0.
     *
     * @param began when the counter stood at 0, within the range; the time of the first sample when unknown
     * @param zeroShare the counter's first value by its increase; infinite when there is none
     */
    static double factor(Window window, long began, double zeroShare) {
        long first = window.samples.timestamp(window.from);
        long last = window.samples.timestamp(window.to - 1);
        double mean = window.size() > 1 ? (last - first) / 1000.0 / (window.size() - 1) : 0;
        double threshold = mean * 1.1;
        double sampled = (last - began) / 1000.0;
        double toStart = 0;
        if (began == first) {
            toStart = (first - window.rangeStart) / 1000.0;
            toStart = Math.min(toStart >= threshold ? mean / 2 : toStart, sampled * zeroShare);
        }
        double toEnd = (window.rangeEnd - last) / 1000.0;
        toEnd = toEnd >= threshold ? mean / 2 : toEnd;
        return (sampled + toStart + toEnd) / sampled;
    }
}
