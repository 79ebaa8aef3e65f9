package io.dawsos.observatory.ingest.exposition;

import java.util.Arrays;

/**
 * What Jazzer feeds its inputs to; the first byte picks the format. A body is either read or refused with a place that lies
 * in it.
 */
public final class ExpositionFuzzTarget {
    private static final ContentType[] TYPES = {
        ContentType.PROMETHEUS_TEXT_0_0_4,
        ContentType.PROMETHEUS_TEXT_1_0_0,
        ContentType.OPEN_METRICS_0_0_1,
        ContentType.OPEN_METRICS_1_0_0,
        ContentType.PROMETHEUS_PROTO
    };

    private ExpositionFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] body = Arrays.copyOfRange(data, 1, data.length);
        ContentType type = TYPES[Math.floorMod(data[0], TYPES.length)];
        try {
            RecordedScrape.of(
                    body,
                    type,
                    ExpositionOptions.DEFAULT.withCreatedAsStart(true).withClassicBesideNative(true));
        } catch (ExpositionException e) {
            if (e.line() < 0 || e.column() < 0 || e.column() > body.length + 1) {
                throw new IllegalStateException("a place outside of the body", e);
            }
        }
    }
}
