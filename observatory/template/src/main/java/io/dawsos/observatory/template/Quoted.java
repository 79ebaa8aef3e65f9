package io.dawsos.observatory.template;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A quoted literal.
 *
 * @param value what it stands for; a character's is its number
 * @param end behind its closing quote
 */
record Quoted(String value, int end) {
    private static final String ESCAPES = "abfnrtv\\";
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\";

    /** A string in backquotes, in which nothing is escaped; carriage returns are left out as Go does. */
    static Quoted raw(Source source, int at) {
        int end = source.text().indexOf('`', at + 1);
        if (end < 0) {
            throw source.problem(at, "a string in backquotes without its end; write ` behind it");
        }
        return new Quoted(source.text().substring(at + 1, end).replace("\r", ""), end + 1);
    }

    /** A string in double quotes. */
    static Quoted interpreted(Source source, int at) {
        Reader reader = new Reader(source, at, '"');
        while (reader.more()) {
            reader.next();
        }
        return new Quoted(reader.bytes.toString(StandardCharsets.UTF_8), reader.position + 1);
    }

    /** A character in single quotes; its value is its number. */
    static Quoted character(Source source, int at) {
        Reader reader = new Reader(source, at, '\'');
        int value = reader.more() ? reader.next() : -1;
        if (value < 0 || reader.more()) {
            throw source.problem(at, "single quotes hold one character; write a string in double quotes");
        }
        return new Quoted(Integer.toString(value), reader.position + 1);
    }

    private static final class Reader {
        private final Source source;
        private final String text;
        private final int start;
        private final char quote;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int position;

        Reader(Source source, int at, char quote) {
            this.source = source;
            this.text = source.text();
            this.start = at;
            this.quote = quote;
            this.position = at + 1;
        }

        boolean more() {
            if (position >= text.length() || text.charAt(position) == '\n') {
                throw source.problem(
                        start,
                        "a quoted text without its end on its line; write " + quote
                                + " behind it, or use backquotes for several lines");
            }
            return text.charAt(position) != quote;
        }

        int next() {
            int c = text.codePointAt(position);
            if (c != '\\') {
                position += Character.charCount(c);
                return character(c);
            }
            return escape();
        }

        private int escape() {
            char kind = position + 1 < text.length() ? text.charAt(position + 1) : ' ';
            if (kind == quote) {
                position += 2;
                return character(kind);
            }
            int simple = ESCAPES.indexOf(kind);
            if (simple >= 0) {
                position += 2;
                return character(ESCAPED.charAt(simple));
            }
            return switch (kind) {
                case 'x' -> raw(digits(2, 2, 16));
                case 'u' -> character(digits(2, 4, 16));
                case 'U' -> character(digits(2, 8, 16));
                case '0', '1', '2', '3', '4', '5', '6', '7' -> raw(digits(1, 3, 8));
                default -> throw unknown();
            };
        }

        private int digits(int skipped, int count, int radix) {
            int from = position + skipped;
            int value = 0;
            for (int i = from; i < from + count; i++) {
                int digit = i < text.length() ? Character.digit(text.charAt(i), radix) : -1;
                if (digit < 0 || value > Integer.MAX_VALUE / radix) {
                    throw unknown();
                }
                value = value * radix + digit;
            }
            if (!Character.isValidCodePoint(value) || (value >= 0xd800 && value <= 0xdfff)) {
                throw unknown();
            }
            position = from + count;
            return value;
        }

        private int character(int c) {
            bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            return c;
        }

        private int raw(int value) {
            if (value > 0xff) {
                throw unknown();
            }
            bytes.write(value);
            return value;
        }

        private TemplateException unknown() {
            return source.problem(
                    position,
                    "no escape of Go's; there are \\a \\b \\f \\n \\r \\t \\v \\\\ \\" + quote
                            + " \\x41 \\101 \\u0041 \\U00000041");
        }
    }
}
