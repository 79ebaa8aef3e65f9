package io.dawsos.observatory.tsdb;

/**
 * What is too much. Over a limit a sample is refused; others are taken.
 *
 * @param series in memory in all
 * @param seriesPerMetric in memory with one metric name
 * @param labels of a series
 * @param nameLength of a label's name, in UTF-16 units
 * @param valueLength of a label's value
 * @param exemplarLength of all names and values of an exemplar's labels together, in characters
 * @param metadata metrics with metadata
 */
public record Limits(
        int series,
        int seriesPerMetric,
        int labels,
        int nameLength,
        int valueLength,
        int exemplarLength,
        int metadata) {
    public static final Limits DEFAULT = new Limits(2_000_000, 200_000, 64, 1024, 4096, 128, 50_000);

    public Limits withSeries(int most) {
        return new Limits(most, seriesPerMetric, labels, nameLength, valueLength, exemplarLength, metadata);
    }

    public Limits withSeriesPerMetric(int most) {
        return new Limits(series, most, labels, nameLength, valueLength, exemplarLength, metadata);
    }

    public Limits withLabels(int most) {
        return new Limits(series, seriesPerMetric, most, nameLength, valueLength, exemplarLength, metadata);
    }

    public Limits withLengths(int name, int value) {
        return new Limits(series, seriesPerMetric, labels, name, value, exemplarLength, metadata);
    }
}
