package io.dawsos.observatory.alertmanager.journal;

import io.dawsos.observatory.model.Labels;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;

/** Builds a record: its kind, then values in an order that the reader knows. For one thread. */
public final class RecordOutput {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    public RecordOutput(RecordKind kind) {
        out.write(kind.number());
    }

    /** Seven bits a byte, the lowest first. */
    public RecordOutput number(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    public RecordOutput flag(boolean value) {
        out.write(value ? 1 : 0);
        return this;
    }

    public RecordOutput text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    public RecordOutput time(Instant time) {
        long seconds = time.getEpochSecond();
        number((seconds << 1) ^ (seconds >> 63));
        return number(time.getNano());
    }

    public RecordOutput labels(Labels labels) {
        number(labels.size());
        labels.forEach((name, value) -> text(name).text(value));
        return this;
    }

    public RecordOutput numbers(Collection<Long> values) {
        number(values.size());
        values.forEach(this::number);
        return this;
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }
}
