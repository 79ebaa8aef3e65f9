package io.dawsos.observatory.alertmanager.journal;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads what {@link RecordOutput} wrote; throws {@link CorruptRecordException} where that cannot be. */
public final class RecordInput {
    private final byte[] bytes;
    private final RecordKind kind;
    private int at = 1;

    public RecordInput(byte[] bytes) {
        if (bytes.length == 0) {
            throw new CorruptRecordException("an empty record");
        }
        this.bytes = bytes;
        this.kind = RecordKind.of(bytes[0]);
    }

    public RecordKind kind() {
        return kind;
    }

    private int next() {
        if (at >= bytes.length) {
            throw new CorruptRecordException("a record of " + kind + " ends early, after " + at + " bytes");
        }
        return bytes[at++] & 0xff;
    }

    public long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = next();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new CorruptRecordException("a number of more than ten bytes before " + at);
    }

    /** How many values follow, of a byte at least each: no count can ask for more memory than there are bytes. */
    public int count() {
        long count = number();
        if (count < 0 || count > bytes.length - at) {
            throw new CorruptRecordException(
                    "a count of " + count + " before " + at + ", where " + (bytes.length - at) + " bytes are left");
        }
        return (int) count;
    }

    public boolean flag() {
        return next() != 0;
    }

    public String text() {
        int length = count();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    public Instant time() {
        long bits = number();
        long nano = number();
        try {
            return Instant.ofEpochSecond((bits >>> 1) ^ -(bits & 1), nano);
        } catch (DateTimeException | ArithmeticException e) {
            throw new CorruptRecordException("no time before " + at + ": " + e.getMessage());
        }
    }

    public Labels labels() {
        LabelsBuilder labels = new LabelsBuilder();
        int count = count();
        for (int i = 0; i < count; i++) {
            labels.set(text(), text());
        }
        return labels.build();
    }

    public Set<Long> numbers() {
        int count = count();
        Set<Long> values = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            values.add(number());
        }
        return values;
    }
}
