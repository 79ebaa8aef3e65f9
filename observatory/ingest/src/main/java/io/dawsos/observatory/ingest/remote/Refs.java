package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;
import java.util.Arrays;

/** Numbers of texts in a table; used again and again. */
final class Refs {
    private long[] numbers = new long[32];
    private int size;

    void clear() {
        size = 0;
    }

    /** Reads one, or many in a row. */
    void read(WireReader reader) throws WireException {
        if (!reader.isRange()) {
            add(reader.varint());
            return;
        }
        int outer = reader.enter();
        while (!reader.atEnd()) {
            add(reader.rawVarint());
        }
        reader.leave(outer);
    }

    private void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    long get(int i) {
        return numbers[i];
    }
}
