package io.dawsos.observatory.ingest.exposition;

/** Reads bodies of scrapes. */
public final class ExpositionParser {
    private ExpositionParser() {}

    /**
     * Reads a body and hands over what it says.
     *
     * @param length of the body; what follows in the array is not read
     * @throws ExpositionException at the first place that is not in the format, or what the sink throws; what came before it
     *     has been handed over
     */
    public static void parse(byte[] body, int length, ContentType type, ExpositionOptions options, ExpositionSink sink)
            throws ExpositionException {
        switch (type) {
            case PROMETHEUS_TEXT_0_0_4, PROMETHEUS_TEXT_1_0_0 -> new TextParser(body, length, options, sink).parse();
            case OPEN_METRICS_0_0_1, OPEN_METRICS_1_0_0 -> new OpenMetricsParser(body, length, options, sink).parse();
            case PROMETHEUS_PROTO -> new ProtobufParser(body, length, options, sink).parse();
        }
    }
}
