package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.ingest.exposition.ScrapedMetadata.Kind;
import java.nio.charset.StandardCharsets;

/** OpenMetrics's text format: one space between the parts, no empty line, and an end that is said. */
final class OpenMetricsParser {
    private static final byte[] COMMENT = ascii("# ");
    private static final byte[] HELP = ascii("HELP ");
    private static final byte[] TYPE = ascii("TYPE ");
    private static final byte[] UNIT = ascii("UNIT ");
    private static final byte[] EOF = ascii("EOF");
    private static final byte[] EXEMPLAR = ascii(" # ");

    private final Cursor cursor;
    private final ExpositionOptions options;
    private final ExpositionSink sink;
    private final TextSample sample;
    private final TextMetadata metadata;
    private final Decimal decimal;
    private boolean ended;

    OpenMetricsParser(byte[] body, int length, ExpositionOptions options, ExpositionSink sink) {
        cursor = new Cursor(body, length);
        this.options = options;
        this.sink = sink;
        sample = new TextSample(cursor, false, options);
        metadata = new TextMetadata(body, true);
        decimal = new Decimal(body);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void parse() throws ExpositionException {
        while (!ended) {
            int start = cursor.at;
            line();
            if (cursor.at - start > options.maxLineBytes()) {
                throw cursor.problem(start, "the line has more than " + options.maxLineBytes() + " bytes");
            }
        }
        if (!cursor.atEnd()) {
            throw cursor.wanted("nothing after \"# EOF\"");
        }
    }

    private void line() throws ExpositionException {
        if (cursor.atEnd()) {
            throw cursor.wanted("\"# EOF\" as the last line");
        }
        if (!cursor.took(COMMENT)) {
            sample();
        } else if (cursor.took(HELP)) {
            help();
        } else if (cursor.took(TYPE)) {
            type();
        } else if (cursor.took(UNIT)) {
            unit();
        } else if (cursor.took(EOF)) {
            ended = true;
            cursor.took('\n');
        } else {
            throw cursor.wanted("HELP, TYPE, UNIT or EOF; OpenMetrics has no other comments");
        }
    }

    /** Reads the metric and the rest of the line; gives where the rest begins. The cursor is then at the line's end. */
    private int metricAndText() throws ExpositionException {
        MetadataName.read(cursor, metadata, false);
        if (!cursor.took(' ')) {
            throw cursor.wanted("one space after a metric's name");
        }
        int start = cursor.at;
        cursor.skipLine();
        int invalid = Utf8.invalidAt(cursor.bytes, start, cursor.at);
        if (invalid >= 0) {
            throw cursor.problem(invalid, "the line is not UTF-8");
        }
        return start;
    }

    private void endLine() throws ExpositionException {
        if (!cursor.took('\n')) {
            throw cursor.wanted("the end of the line");
        }
    }

    private void help() throws ExpositionException {
        metadata.text(Kind.HELP, metricAndText(), cursor.at);
        endLine();
        sink.metadata(metadata);
    }

    private void type() throws ExpositionException {
        int start = metricAndText();
        String type = TypeName.find(cursor.bytes, start, cursor.at, TypeName.OPEN_METRICS);
        if (type == null) {
            cursor.at = start;
            throw cursor.wanted(
                    "one of the types counter, gauge, histogram, gaugehistogram, summary, info, stateset and unknown");
        }
        endLine();
        sample.type(type);
        metadata.type(type);
        sink.metadata(metadata);
    }

    private void unit() throws ExpositionException {
        int start = metricAndText();
        metadata.text(Kind.UNIT, start, cursor.at);
        String unit = metadata.text();
        if (!unit.isEmpty() && !metadata.metric().endsWith("_" + unit)) {
            throw cursor.problem(
                    start,
                    "the metric's name wants to end in its unit, as in \"" + metadata.metric() + "_" + unit + "\"");
        }
        endLine();
        sink.metadata(metadata);
    }

    private void sample() throws ExpositionException {
        sample.clear();
        sample.series.read();
        space("a value after the series");
        sample.value(Numbers.read(cursor, decimal, "a value after the series"));
        if (cursor.peek() == ' ' && !atExemplar()) {
            cursor.at++;
            sample.timestamp(Numbers.seconds(cursor, decimal));
        }
        if (atExemplar()) {
            exemplar();
        }
        endLine();
        if (!sample.isCreatedTime()) {
            sink.sample(sample);
        }
    }

    private boolean atExemplar() {
        int start = cursor.at;
        boolean found = cursor.took(EXEMPLAR);
        cursor.at = start;
        return found;
    }

    private void exemplar() throws ExpositionException {
        cursor.at += EXEMPLAR.length;
        if (cursor.peek() != '{') {
            throw cursor.wanted("an exemplar's labels in braces");
        }
        sample.exemplar.readLabels();
        space("an exemplar's value");
        sample.exemplar.value(Numbers.read(cursor, decimal, "an exemplar's value"));
        if (cursor.took(' ')) {
            sample.exemplar.timestamp(Numbers.seconds(cursor, decimal));
        }
    }

    private void space(String before) throws ExpositionException {
        if (!cursor.took(' ')) {
            throw cursor.wanted("one space and " + before);
        }
    }
}
