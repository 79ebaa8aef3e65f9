package io.dawsos.observatory.ingest.exposition;

/**
 * How a body is read.
 *
 * @param nativeHistograms whether native histograms are wanted; without, protobuf's are read as the classic ones that
 *     they may carry too
 * @param classicBesideNative whether a histogram that is both gives both
 * @param createdAsStart whether OpenMetrics's {@code _created} lines give the start timestamps of the samples that they
 *     belong to, and are no samples of their own
 * @param maxLineBytes the longest line, or with protobuf the longest metric family
 * @param maxLabels the most labels of a series, its name included
 */
public record ExpositionOptions(
        boolean nativeHistograms,
        boolean classicBesideNative,
        boolean createdAsStart,
        int maxLineBytes,
        int maxLabels) {

    /** Native histograms are taken in the place of classic ones; 16 MiB a line or a family; 512 labels. */
    public static final ExpositionOptions DEFAULT = new ExpositionOptions(true, false, false, 16 << 20, 512);

    public ExpositionOptions withNativeHistograms(boolean wanted) {
        return new ExpositionOptions(wanted, classicBesideNative, createdAsStart, maxLineBytes, maxLabels);
    }

    public ExpositionOptions withClassicBesideNative(boolean wanted) {
        return new ExpositionOptions(nativeHistograms, wanted, createdAsStart, maxLineBytes, maxLabels);
    }

    public ExpositionOptions withCreatedAsStart(boolean wanted) {
        return new ExpositionOptions(nativeHistograms, classicBesideNative, wanted, maxLineBytes, maxLabels);
    }
}
