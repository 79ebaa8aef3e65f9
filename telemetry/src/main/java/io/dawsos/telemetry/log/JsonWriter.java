package io.dawsos.telemetry.log;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON (RFC 8259) as UTF-8 into a buffer that is used again. The caller keeps the order of begin, key, value and
 * end; what this keeps is that every text comes out as valid JSON: half of a surrogate pair becomes U+FFFD. Not
 * thread-safe.
 */
public final class JsonWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] buffer;
    private int length;
    private boolean comma;

    public JsonWriter() {
        this(1024);
    }

    JsonWriter(int capacity) {
        this.buffer = new byte[capacity];
    }

    public JsonWriter beginObject() {
        return begin('{');
    }

    public JsonWriter endObject() {
        return end('}');
    }

    public JsonWriter beginArray() {
        return begin('[');
    }

    public JsonWriter endArray() {
        return end(']');
    }

    public JsonWriter key(String name) {
        separate();
        quoted(name);
        put(':');
        comma = false;
        return this;
    }

    public JsonWriter value(@Nullable String text) {
        separate();
        if (text == null) {
            raw("null");
        } else {
            quoted(text);
        }
        comma = true;
        return this;
    }

    public JsonWriter value(long number) {
        return literal(Long.toString(number));
    }

    /** A number; as text where JSON has none for it (NaN and the infinities). */
    public JsonWriter value(double number) {
        return Double.isFinite(number) ? literal(Double.toString(number)) : value(Double.toString(number));
    }

    public JsonWriter value(boolean truth) {
        return literal(truth ? "true" : "false");
    }

    /** Numbers and booleans as themselves, anything else as its text. */
    public JsonWriter any(@Nullable Object value) {
        return switch (value) {
            case Boolean truth -> value(truth.booleanValue());
            case Double number -> value(number.doubleValue());
            case Float number ->
                Float.isFinite(number) ? literal(Float.toString(number)) : value(Float.toString(number));
            case Long number -> value(number.longValue());
            case Integer number -> value(number.longValue());
            case Short number -> value(number.longValue());
            case Byte number -> value(number.longValue());
            case BigDecimal number -> literal(number.toString());
            case BigInteger number -> literal(number.toString());
            case null -> value((String) null);
            default -> value(String.valueOf(value));
        };
    }

    /** Ends a document in a stream of them, a line each. */
    public JsonWriter newLine() {
        put('\n');
        comma = false;
        return this;
    }

    /** Bytes written since the last {@link #reset}. */
    public int length() {
        return length;
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(buffer, 0, length);
    }

    /** Empties the buffer; one that a long document made large is given back. */
    public void reset() {
        truncate(0);
        if (buffer.length > 1 << 20) {
            buffer = new byte[1024];
        }
    }

    /** Forgets what was written after the first {@code to} bytes, which end with a whole document. */
    void truncate(int to) {
        length = to;
        comma = false;
    }

    /** The text so far. */
    @Override
    public String toString() {
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }

    private JsonWriter begin(char bracket) {
        separate();
        put(bracket);
        comma = false;
        return this;
    }

    private JsonWriter end(char bracket) {
        put(bracket);
        comma = true;
        return this;
    }

    private JsonWriter literal(String ascii) {
        separate();
        raw(ascii);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            put(',');
        }
    }

    private void put(int b) {
        room(1);
        buffer[length++] = (byte) b;
    }

    private void raw(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
    }

    private void room(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }

    private void quoted(String text) {
        put('"');
        int i = 0;
        while (i < text.length()) {
            room(text.length() - i + 1);
            i = plain(text, i);
            if (i < text.length()) {
                i += special(text, i);
            }
        }
        put('"');
    }

    /** Copies what needs no care, for which there is room; answers where it stopped. */
    private int plain(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\') {
                break;
            }
            buffer[length++] = (byte) c;
            i++;
        }
        return i;
    }

    /** Writes one character that needs care; answers how many chars it took. */
    private int special(String text, int at) {
        char c = text.charAt(at);
        room(6);
        if (c < 0x80) {
            escape(c);
        } else if (c < 0x800) {
            put(0xc0 | c >> 6);
            put(0x80 | (c & 0x3f));
        } else if (!Character.isSurrogate(c)) {
            three(c);
        } else if (Character.isHighSurrogate(c)
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1))) {
            int point = Character.toCodePoint(c, text.charAt(at + 1));
            put(0xf0 | point >> 18);
            put(0x80 | (point >> 12 & 0x3f));
            put(0x80 | (point >> 6 & 0x3f));
            put(0x80 | (point & 0x3f));
            return 2;
        } else {
            three('\ufffd');
        }
        return 1;
    }

    private void three(char c) {
        put(0xe0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3f));
        put(0x80 | (c & 0x3f));
    }

    private void escape(char c) {
        put('\\');
        switch (c) {
            case '"', '\\' -> put(c);
            case '\n' -> put('n');
            case '\r' -> put('r');
            case '\t' -> put('t');
            default -> {
                put('u');
                put('0');
                put('0');
                put(HEX[c >> 4]);
                put(HEX[c & 0xf]);
            }
        }
    }
}
