package io.dawsos.observatory.ingest.exposition;

import org.jspecify.annotations.Nullable;

/** A metric's type in protobuf. */
enum ProtoType {
    COUNTER("counter", 3),
    GAUGE("gauge", 2),
    SUMMARY("summary", 4),
    UNTYPED("unknown", 5),
    HISTOGRAM("histogram", 7),
    GAUGE_HISTOGRAM("gaugehistogram", 7);

    private static final ProtoType[] BY_NUMBER = values();

    final String type;
    /** The field of a metric that holds its value. */
    final int field;

    ProtoType(String type, int field) {
        this.type = type;
        this.field = field;
    }

    static @Nullable ProtoType of(long number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[(int) number] : null;
    }
}
