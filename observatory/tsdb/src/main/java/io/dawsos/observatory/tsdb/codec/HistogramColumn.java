package io.dawsos.observatory.tsdb.codec;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A column of native histograms: the different shapes once, which shape each sample has, then a {@link DoubleColumn} for
 * the zero count, the count, the sum, and each bucket that any of them has. A bucket that a shape lacks is 0 there.
 */
final class HistogramColumn {
    /** By what stands for them in the bytes. */
    private static final List<NativeHistogram.CounterReset> RESETS = List.of(
            NativeHistogram.CounterReset.UNKNOWN,
            NativeHistogram.CounterReset.RESET,
            NativeHistogram.CounterReset.NOT_RESET,
            NativeHistogram.CounterReset.GAUGE);

    private static final int MAX_BUCKETS = 1 << 16;

    private HistogramColumn() {}

    /** All of a histogram but its numbers. */
    private record Shape(
            int schema,
            double zeroThreshold,
            List<Integer> positive,
            List<Integer> negative,
            List<Double> bounds,
            NativeHistogram.CounterReset reset) {
        static Shape of(NativeHistogram histogram) {
            return new Shape(
                    histogram.schema(),
                    histogram.zeroThreshold(),
                    indexes(histogram.positive()),
                    indexes(histogram.negative()),
                    histogram.customBoundaries(),
                    histogram.counterReset());
        }

        private static List<Integer> indexes(Buckets buckets) {
            List<Integer> indexes = new ArrayList<>(buckets.size());
            for (int i = 0; i < buckets.size(); i++) {
                indexes.add(buckets.index(i));
            }
            return indexes;
        }

        void write(ByteSink out) {
            out.zigzag(schema).u64(Double.doubleToRawLongBits(zeroThreshold)).u8(RESETS.indexOf(reset));
            writeIndexes(positive, out);
            writeIndexes(negative, out);
            out.varint(bounds.size());
            bounds.forEach(bound -> out.u64(Double.doubleToRawLongBits(bound)));
        }

        private static void writeIndexes(List<Integer> indexes, ByteSink out) {
            out.varint(indexes.size());
            int last = 0;
            for (int index : indexes) {
                out.zigzag((long) index - last);
                last = index;
            }
        }

        static Shape read(ByteSource in) {
            long schema = in.zigzag();
            if (schema != (int) schema) {
                throw new CorruptDataException("a histogram has the schema " + schema);
            }
            double zeroThreshold = Double.longBitsToDouble(in.u64());
            int reset = in.count(RESETS.size() - 1);
            List<Integer> positive = readIndexes(in);
            List<Integer> negative = readIndexes(in);
            int count = in.count();
            List<Double> bounds = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                bounds.add(Double.longBitsToDouble(in.u64()));
            }
            return new Shape((int) schema, zeroThreshold, positive, negative, bounds, RESETS.get(reset));
        }

        private static List<Integer> readIndexes(ByteSource in) {
            int count = in.count(Math.min(MAX_BUCKETS, in.remaining()));
            List<Integer> indexes = new ArrayList<>(count);
            long last = 0;
            for (int i = 0; i < count; i++) {
                long index = last + in.zigzag();
                if (index != (int) index || (i > 0 && index <= last)) {
                    throw new CorruptDataException("a histogram has the bucket " + index + " after " + last);
                }
                indexes.add((int) index);
                last = index;
            }
            return indexes;
        }
    }

    static void encode(@Nullable NativeHistogram[] column, int count, ByteSink out) {
        List<Shape> shapes = new ArrayList<>();
        long[] shapeOf = new long[count];
        for (int i = 0; i < count; i++) {
            Shape shape = Shape.of(Objects.requireNonNull(column[i]));
            int at = shapes.lastIndexOf(shape);
            if (at < 0) {
                at = shapes.size();
                shapes.add(shape);
            }
            shapeOf[i] = at;
        }
        out.varint(shapes.size());
        shapes.forEach(shape -> shape.write(out));
        LongColumn.encode(shapeOf, count, out);
        double[] numbers = new double[count];
        for (Field field : fields(shapes)) {
            for (int i = 0; i < count; i++) {
                numbers[i] = field.of(Objects.requireNonNull(column[i]));
            }
            DoubleColumn.encode(numbers, count, out);
        }
    }

    /** One number of a histogram; index is that of a bucket, side 0 for those that are no bucket. */
    private record Field(int side, int index) {
        double of(NativeHistogram histogram) {
            return switch (side) {
                case 0 ->
                    switch (index) {
                        case 0 -> histogram.zeroCount();
                        case 1 -> histogram.count();
                        default -> histogram.sum();
                    };
                case 1 -> bucket(histogram.positive());
                default -> bucket(histogram.negative());
            };
        }

        private double bucket(Buckets buckets) {
            int low = 0;
            int high = buckets.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int found = buckets.index(middle);
                if (found == index) {
                    return buckets.count(middle);
                }
                if (found < index) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return 0;
        }
    }

    private static List<Field> fields(List<Shape> shapes) {
        List<Field> fields = new ArrayList<>(List.of(new Field(0, 0), new Field(0, 1), new Field(0, 2)));
        TreeSet<Integer> positive = new TreeSet<>();
        TreeSet<Integer> negative = new TreeSet<>();
        for (Shape shape : shapes) {
            positive.addAll(shape.positive);
            negative.addAll(shape.negative);
        }
        positive.forEach(index -> fields.add(new Field(1, index)));
        negative.forEach(index -> fields.add(new Field(2, index)));
        return fields;
    }

    static @Nullable NativeHistogram[] decode(ByteSource in, int count, long[] scratch) {
        int shapeCount = in.count(count);
        List<Shape> shapes = new ArrayList<>(shapeCount);
        for (int i = 0; i < shapeCount; i++) {
            shapes.add(Shape.read(in));
        }
        long[] shapeOf = new long[count];
        LongColumn.decode(in, count, shapeOf);
        Numbers numbers = Numbers.read(in, fields(shapes), count, scratch);
        NativeHistogram[] column = new NativeHistogram[count];
        for (int i = 0; i < count; i++) {
            if (shapeOf[i] < 0 || shapeOf[i] >= shapeCount) {
                throw new CorruptDataException("a histogram has the shape " + shapeOf[i] + " of " + shapeCount);
            }
            column[i] = numbers.histogram(shapes.get((int) shapeOf[i]), i);
        }
        return column;
    }

    /** The columns of numbers as they were read. */
    private static final class Numbers {
        private final List<Field> fields;
        private final double[][] columns;

        private Numbers(List<Field> fields, double[][] columns) {
            this.fields = fields;
            this.columns = columns;
        }

        static Numbers read(ByteSource in, List<Field> fields, int count, long[] scratch) {
            // Each column takes a byte and more: fewer bytes than columns is corrupt before any is made.
            if (fields.size() > in.remaining()) {
                throw new CorruptDataException(fields.size() + " columns of numbers in " + in.remaining() + " bytes");
            }
            double[][] columns = new double[fields.size()][];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = new double[count];
                DoubleColumn.decode(in, count, columns[i], scratch);
            }
            return new Numbers(fields, columns);
        }

        NativeHistogram histogram(Shape shape, int sample) {
            try {
                return new NativeHistogram(
                        shape.schema,
                        shape.zeroThreshold,
                        columns[0][sample],
                        columns[1][sample],
                        columns[2][sample],
                        buckets(1, shape.positive, sample),
                        buckets(2, shape.negative, sample),
                        shape.bounds,
                        shape.reset);
            } catch (IllegalArgumentException e) {
                throw new CorruptDataException("a histogram that is none", e);
            }
        }

        private Buckets buckets(int side, List<Integer> wanted, int sample) {
            if (wanted.isEmpty()) {
                return Buckets.NONE;
            }
            int[] indexes = new int[wanted.size()];
            double[] counts = new double[wanted.size()];
            int at = 3;
            for (int i = 0; i < indexes.length; i++) {
                indexes[i] = wanted.get(i);
                while (fields.get(at).side != side || fields.get(at).index != indexes[i]) {
                    at++;
                }
                counts[i] = columns[at][sample];
            }
            return new Buckets(indexes, counts);
        }
    }
}
