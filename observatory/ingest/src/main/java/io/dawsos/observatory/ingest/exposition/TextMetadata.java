package io.dawsos.observatory.ingest.exposition;

/** A line of text that says something of a metric; filled by a parser, line after line. */
final class TextMetadata implements ScrapedMetadata {
    private final byte[] bytes;
    private final boolean quotes;
    private Kind kind = Kind.TYPE;
    private int metricStart;
    private int metricEnd;
    private int textStart;
    private int textEnd;
    private String type = "";

    /** @param quotes whether a help may hold escaped quotes */
    TextMetadata(byte[] bytes, boolean quotes) {
        this.bytes = bytes;
        this.quotes = quotes;
    }

    void metric(int from, int to) {
        metricStart = from;
        metricEnd = to;
    }

    void text(Kind said, int from, int to) {
        kind = said;
        textStart = from;
        textEnd = to;
    }

    void type(String name) {
        kind = Kind.TYPE;
        type = name;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String metric() {
        return Escapes.text(bytes, metricStart, metricEnd, true);
    }

    @Override
    public String text() {
        return kind == Kind.TYPE ? type : Escapes.text(bytes, textStart, textEnd, quotes);
    }
}
