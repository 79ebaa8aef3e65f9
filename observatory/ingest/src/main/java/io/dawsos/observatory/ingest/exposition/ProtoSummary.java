package io.dawsos.observatory.ingest.exposition;

import io.dawsos.observatory.ingest.wire.UnsignedNumber;
import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;
import java.util.Arrays;

/** A summary in protobuf. */
final class ProtoSummary {
    private double count;
    private double sum;
    private long start;
    private int quantiles;
    private double[] numbers = new double[16];

    void read(WireReader reader) throws WireException {
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> count = UnsignedNumber.of(reader.varint());
                case 2 -> sum = reader.decimal();
                case 3 -> quantile(reader);
                case 4 -> start = ProtoTime.milliseconds(reader);
                default -> reader.skip();
            }
        }
    }

    private void quantile(WireReader reader) throws WireException {
        if (2 * quantiles == numbers.length) {
            numbers = Arrays.copyOf(numbers, 4 * quantiles);
        }
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> numbers[2 * quantiles] = reader.decimal();
                case 2 -> numbers[2 * quantiles + 1] = reader.decimal();
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        quantiles++;
    }

    double count() {
        return count;
    }

    double sum() {
        return sum;
    }

    long start() {
        return start;
    }

    int quantiles() {
        return quantiles;
    }

    double quantile(int i) {
        return numbers[2 * i];
    }

    double value(int i) {
        return numbers[2 * i + 1];
    }
}
