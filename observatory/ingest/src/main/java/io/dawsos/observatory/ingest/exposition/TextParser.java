package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.ingest.exposition.ScrapedMetadata.Kind;
import java.nio.charset.StandardCharsets;

/** Prometheus's text format: blanks are free, and what is not understood of comments is one. */
final class TextParser {
    private static final byte[] HELP = "HELP".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TYPE = "TYPE".getBytes(StandardCharsets.US_ASCII);

    private final Cursor cursor;
    private final ExpositionOptions options;
    private final ExpositionSink sink;
    private final TextSample sample;
    private final TextMetadata metadata;
    private final Decimal decimal;

    TextParser(byte[] body, int length, ExpositionOptions options, ExpositionSink sink) {
        cursor = new Cursor(body, length);
        this.options = options.withCreatedAsStart(false);
        this.sink = sink;
        sample = new TextSample(cursor, true, this.options);
        metadata = new TextMetadata(body, false);
        decimal = new Decimal(body);
    }

    void parse() throws ExpositionException {
        while (!cursor.atEnd()) {
            int start = cursor.at;
            line();
            if (cursor.at - start > options.maxLineBytes()) {
                throw cursor.problem(start, "the line has more than " + options.maxLineBytes() + " bytes");
            }
            cursor.took('\n');
        }
    }

    private void line() throws ExpositionException {
        cursor.skipBlanks();
        if (cursor.took('#')) {
            comment();
        } else if (!cursor.atEnd() && cursor.peek() != '\n') {
            sample();
        }
    }

    private void comment() throws ExpositionException {
        int blank = cursor.at;
        cursor.skipBlanks();
        boolean spaced = cursor.at > blank;
        if (spaced && tookKeyword(HELP)) {
            help();
        } else if (spaced && tookKeyword(TYPE)) {
            type();
        } else {
            cursor.skipLine();
        }
    }

    private boolean tookKeyword(byte[] word) {
        int start = cursor.at;
        if (cursor.took(word) && (cursor.peek() == ' ' || cursor.peek() == '\t')) {
            cursor.skipBlanks();
            return true;
        }
        cursor.at = start;
        return false;
    }

    /** Reads a name and steps over the blank behind it. */
    private void metric() throws ExpositionException {
        MetadataName.read(cursor, metadata, true);
        if (cursor.peek() == ' ' || cursor.peek() == '\t') {
            cursor.at++;
        } else if (!cursor.atEnd() && cursor.peek() != '\n') {
            throw cursor.wanted("a blank after a metric's name");
        }
    }

    private void help() throws ExpositionException {
        metric();
        int start = cursor.at;
        cursor.skipLine();
        int invalid = Utf8.invalidAt(cursor.bytes, start, cursor.at);
        if (invalid >= 0) {
            throw cursor.problem(invalid, "the help is not UTF-8");
        }
        metadata.text(Kind.HELP, start, cursor.at);
        sink.metadata(metadata);
    }

    private void type() throws ExpositionException {
        metric();
        int start = cursor.at;
        cursor.skipLine();
        String type = TypeName.find(cursor.bytes, start, cursor.at, TypeName.TEXT);
        if (type == null) {
            cursor.at = start;
            throw cursor.wanted("one of the types counter, gauge, histogram, summary and untyped");
        }
        sample.type(type);
        metadata.type(type);
        sink.metadata(metadata);
    }

    private void sample() throws ExpositionException {
        sample.clear();
        sample.series.read();
        cursor.skipBlanks();
        sample.value(Numbers.read(cursor, decimal, "a value after the series"));
        cursor.skipBlanks();
        if (!cursor.atEnd() && cursor.peek() != '\n') {
            timestamp();
        }
        sink.sample(sample);
    }

    private void timestamp() throws ExpositionException {
        sample.timestamp(Numbers.milliseconds(cursor));
        cursor.skipBlanks();
        if (!cursor.atEnd() && cursor.peek() != '\n') {
            throw cursor.wanted("the end of the line after a timestamp");
        }
    }
}
