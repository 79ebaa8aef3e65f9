package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;

/** Protobuf's well-known timestamp. */
final class ProtoTime {
    private ProtoTime() {}

    /** Reads one; 0 when it is further away than milliseconds reach. */
    static long milliseconds(WireReader reader) throws WireException {
        long seconds = 0;
        long nanos = 0;
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> seconds = reader.varint();
                case 2 -> nanos = reader.varint();
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        boolean near = Math.abs(seconds) < Long.MAX_VALUE / 2000;
        return near ? seconds * 1000 + nanos / 1_000_000 : 0;
    }
}
