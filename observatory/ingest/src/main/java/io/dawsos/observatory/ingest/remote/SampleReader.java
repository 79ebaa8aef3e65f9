package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;

/** Reads a float sample, which both versions write alike. */
final class SampleReader {
    private SampleReader() {}

    /** @param seriesStart the start timestamp of a sample that names none */
    static void read(WireReader reader, long seriesStart, SeriesVisitor visitor) throws WireException {
        double value = 0;
        long timestamp = 0;
        long start = seriesStart;
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> value = reader.decimal();
                case 2 -> timestamp = reader.varint();
                case 3 -> start = reader.varint();
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        visitor.sample(timestamp, value, start);
    }
}
