package io.dawsos.observatory.ingest;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes protocol buffers field by field. */
public final class Messages {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    /** Something that writes. */
    private interface Writing {
        void write(CodedOutputStream out) throws IOException;
    }

    private Messages write(Writing writing) {
        try {
            writing.write(out);
            out.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Messages text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    public Messages bytes(int field, byte[] content) {
        return write(o -> o.writeByteArray(field, content));
    }

    public Messages message(int field, Messages message) {
        return bytes(field, message.bytes());
    }

    public Messages integer(int field, long value) {
        return write(o -> o.writeInt64(field, value));
    }

    public Messages zigzag(int field, long value) {
        return write(o -> o.writeSInt64(field, value));
    }

    public Messages decimal(int field, double value) {
        return write(o -> o.writeDouble(field, value));
    }

    /** Differences in a row, packed. */
    public Messages deltas(int field, long... values) {
        Messages packed = new Messages();
        for (long value : values) {
            packed.write(o -> o.writeSInt64NoTag(value));
        }
        return bytes(field, packed.bytes());
    }

    public Messages label(int field, String name, String value) {
        return message(field, new Messages().text(1, name).text(2, value));
    }

    public Messages span(int field, int offset, int length) {
        return message(field, new Messages().zigzag(1, offset).integer(2, length));
    }

    /** The message with its length before it. */
    public byte[] delimited() {
        Messages framed = new Messages();
        byte[] content = bytes();
        framed.write(o -> o.writeByteArrayNoTag(content));
        return framed.bytes();
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
