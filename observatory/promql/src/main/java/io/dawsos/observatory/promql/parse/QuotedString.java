package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.model.GoString;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A string of a query: in double or single quotes, on one line, with Go's escapes, or in backticks, as it stands. Bytes
 * that are escaped are read as UTF-8; one that is none becomes a character of {@link GoString#LOST_BYTES}.
 *
 * @param value without quotes and escapes
 * @param end index after the closing quote
 */
record QuotedString(String value, int end) {

    /** Reads the string whose opening quote stands at {@code start}. */
    static QuotedString read(String query, int start) {
        return query.charAt(start) == '`' ? raw(query, start) : new Reader(query, start).read();
    }

    private static QuotedString raw(String query, int start) {
        int end = query.indexOf('`', start + 1);
        if (end < 0) {
            throw SyntaxFailure.at(query, start, "the string is not closed; write ` after it");
        }
        return new QuotedString(query.substring(start + 1, end), end + 1);
    }

    private static final class Reader {
        private static final String ESCAPES = "abfnrtv\\'\"";
        private static final byte[] ESCAPED = {7, 8, 12, 10, 13, 9, 11, '\\', '\'', '"'};

        private final String query;
        private final int start;
        private final char quote;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int position;

        Reader(String query, int start) {
            this.query = query;
            this.start = start;
            this.quote = query.charAt(start);
            this.position = start + 1;
        }

        QuotedString read() {
            while (position < query.length() && query.charAt(position) != '\n') {
                char c = query.charAt(position);
                if (c == quote) {
                    return new QuotedString(decoded(), position + 1);
                }
                if (c == '\\') {
                    escape();
                } else {
                    codePoint(query.codePointAt(position));
                    position += Character.charCount(query.codePointAt(position));
                }
            }
            throw SyntaxFailure.at(query, start, "the string is not closed on its line; write " + quote + " after it");
        }

        private String decoded() {
            ByteBuffer in = ByteBuffer.wrap(bytes.toByteArray());
            CharBuffer out = CharBuffer.allocate(in.remaining());
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            while (decoder.decode(in, out, true).isError()) {
                out.put((char) (GoString.LOST_BYTES + (in.get() & 0xff)));
            }
            return out.flip().toString();
        }

        private void escape() {
            int at = position;
            char c = at + 1 < query.length() ? query.charAt(at + 1) : '\n';
            position += 2;
            int simple = ESCAPES.indexOf(c);
            if (simple >= 0 && ((c != '\'' && c != '"') || c == quote)) {
                bytes.write(ESCAPED[simple]);
                return;
            }
            switch (c) {
                case 'x' -> bytes.write(digits(at, 2, 16));
                case 'u' -> codePoint(digits(at, 4, 16));
                case 'U' -> codePoint(digits(at, 8, 16));
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    position--;
                    bytes.write(octal(at));
                }
                default -> throw SyntaxFailure.at(query, at, "no escape begins so; write \\\\ for a backslash");
            }
        }

        private int octal(int at) {
            int value = digits(at, 3, 8);
            if (value > 255) {
                throw SyntaxFailure.at(query, at, "an octal escape goes up to \\377");
            }
            return value;
        }

        private int digits(int at, int count, int radix) {
            int value = 0;
            for (int i = 0; i < count; i++, position++) {
                char c = position < query.length() ? query.charAt(position) : ' ';
                // Only ASCII: Character.digit takes the digits of other scripts too.
                int digit = c < 128 ? Character.digit(c, radix) : -1;
                if (digit < 0) {
                    throw SyntaxFailure.at(query, at, "this escape wants " + count + " digits of base " + radix);
                }
                value = value * radix + digit;
            }
            return value;
        }

        private void codePoint(int value) {
            if (!Character.isValidCodePoint(value) || (value >= 0xd800 && value < 0xe000)) {
                throw SyntaxFailure.at(query, Math.min(position, query.length()), "this is no Unicode character");
            }
            bytes.writeBytes(Character.toString(value).getBytes(StandardCharsets.UTF_8));
        }
    }
}
