package io.dawsos.observatory.ingest.exposition;

/** The metric that a line of metadata is about. */
final class MetadataName {
    private MetadataName() {}

    static void read(Cursor cursor, TextMetadata metadata, boolean lenient) throws ExpositionException {
        int start = cursor.at;
        if (cursor.peek() == '"') {
            if (!cursor.tookQuoted(lenient)) {
                throw cursor.wanted("a closing double quote");
            }
            metadata.metric(start + 1, cursor.at - 1);
        } else if (cursor.tookMetricName()) {
            metadata.metric(start, cursor.at);
        } else {
            throw cursor.wanted("a metric's name");
        }
        int invalid = Utf8.invalidAt(cursor.bytes, start, cursor.at);
        if (invalid >= 0) {
            throw cursor.problem(invalid, "the metric's name is not UTF-8");
        }
    }
}
