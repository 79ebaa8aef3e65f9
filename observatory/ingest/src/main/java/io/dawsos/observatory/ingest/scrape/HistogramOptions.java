package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.config.ConfigMap;

/**
 * What becomes of histograms.
 *
 * @param nativeToo whether native histograms are asked for
 * @param classicBesideNative whether classic ones are kept where a native one came
 * @param maxBuckets of a native histogram, which is made coarser until it fits; 0 is no limit
 * @param minBucketFactor the least growth from bucket to bucket; 0 is none
 */
record HistogramOptions(boolean nativeToo, boolean classicBesideNative, long maxBuckets, double minBucketFactor) {
    static final HistogramOptions DEFAULT = new HistogramOptions(false, false, 0, 0);

    static HistogramOptions read(ConfigMap map, HistogramOptions otherwise) {
        if (map.bool("convert_classic_histograms_to_nhcb", false)) {
            throw map.need("convert_classic_histograms_to_nhcb")
                    .problem("not supported; have the target offer native histograms, and write"
                            + " scrape_native_histograms: true");
        }
        return new HistogramOptions(
                map.bool("scrape_native_histograms", otherwise.nativeToo),
                map.bool(
                        "always_scrape_classic_histograms",
                        map.bool("scrape_classic_histograms", otherwise.classicBesideNative)),
                map.integer("native_histogram_bucket_limit", otherwise.maxBuckets),
                map.number("native_histogram_min_bucket_factor", otherwise.minBucketFactor));
    }
}
