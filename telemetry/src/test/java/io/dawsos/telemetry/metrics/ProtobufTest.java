package io.dawsos.telemetry.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads the bytes by protobuf's wire format and the field numbers of {@code io.prometheus.client.MetricFamily}. */
class ProtobufTest {

    private final Metrics metrics = Metrics.create(true);

    @Test
    void histogram_inProtobuf_hasClassicBucketsAndNativeOnesTogether() {
        Histogram histogram = metrics.histogram("request_seconds", "Requests.", new double[] {0.1, 1.2});
        histogram.observe(0.05);
        histogram.observe(0.3);
        histogram.observe(0.3);
        histogram.observe(5);
        Message family = family("request_seconds");
        Message found = family.messages(4).getFirst().messages(7).getFirst();
        assertThat(family.number(3)).as("type is HISTOGRAM").isEqualTo(4);
        assertThat(found.number(1)).as("count").isEqualTo(4);
        assertThat(found.messages(3))
                .extracting(bucket -> bucket.real(2) + ": " + bucket.number(1))
                .containsExactly("0.1: 1", "1.2: 3", "Infinity: 4");
        assertThat(zigzag(found.number(5))).as("schema").isEqualTo(4);
        List<Message> spans = found.messages(12);
        assertThat(spans).hasSize(3);
        assertThat(zigzag(spans.getFirst().number(1)))
                .as("the first span begins at the bucket of 0.05")
                .isEqualTo((long) Math.ceil(16 * Math.log(0.05) / Math.log(2)));
        assertThat(spans).allMatch(span -> span.number(2) == 1);
        assertThat(found.fields.get(13))
                .as("counts as differences: 1, 2, 1")
                .extracting(delta -> zigzag((Long) delta))
                .containsExactly(1L, 1L, -1L);
    }

    @Test
    void gaugeWhoseNameEndsInTotal_inProtobuf_keepsItsNameAndType() {
        metrics.gauge("portfolio_count_total", "Portfolios.").set(200);
        Message family = family("portfolio_count_total");
        assertThat(family.number(3)).as("type is GAUGE").isEqualTo(1);
        assertThat(family.messages(4).getFirst().messages(2).getFirst().real(1)).isEqualTo(200);
    }

    @Test
    void histogram_manyDifferentValues_keepsItsNativeBucketsBounded() {
        Histogram histogram = metrics.histogram("request_seconds", "Requests.", new double[] {1});
        for (int i = -200; i < 200; i++) {
            histogram.observe(Math.pow(1.2, i));
        }
        Message found =
                family("request_seconds").messages(4).getFirst().messages(7).getFirst();
        long buckets =
                found.messages(12).stream().mapToLong(span -> span.number(2)).sum();
        assertThat(buckets).isBetween(10L, 100L);
        assertThat(zigzag(found.number(5))).isLessThan(4);
    }

    private Message family(String name) {
        ByteBuffer page = ByteBuffer.wrap(new MetricsPage(metrics)
                        .answer("application/vnd.google.protobuf")
                        .body())
                .order(ByteOrder.LITTLE_ENDIAN);
        while (page.hasRemaining()) {
            Message family = Message.read(slice(page, (int) varint(page)));
            if (family.text(1).equals(name)) {
                return family;
            }
        }
        throw new AssertionError("no family " + name);
    }

    private static long zigzag(long coded) {
        return coded >>> 1 ^ -(coded & 1);
    }

    private static long varint(ByteBuffer from) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = from.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    private static ByteBuffer slice(ByteBuffer from, int length) {
        ByteBuffer part = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        from.position(from.position() + length);
        return part;
    }

    /** The fields by number: a Long (varint), a Double (fixed64) or a ByteBuffer (length-delimited). */
    private record Message(Map<Integer, List<Object>> fields) {

        static Message read(ByteBuffer bytes) {
            Map<Integer, List<Object>> fields = new LinkedHashMap<>();
            while (bytes.hasRemaining()) {
                long tag = varint(bytes);
                Object value =
                        switch ((int) tag & 7) {
                            case 0 -> varint(bytes);
                            case 1 -> bytes.getDouble();
                            case 2 -> slice(bytes, (int) varint(bytes));
                            default -> throw new AssertionError("wire type " + (tag & 7));
                        };
                fields.computeIfAbsent((int) (tag >> 3), number -> new ArrayList<>())
                        .add(value);
            }
            return new Message(fields);
        }

        List<Message> messages(int number) {
            return fields.getOrDefault(number, List.of()).stream()
                    .map(bytes -> read(((ByteBuffer) bytes).duplicate().order(ByteOrder.LITTLE_ENDIAN)))
                    .toList();
        }

        long number(int number) {
            return (Long) fields.getOrDefault(number, List.of(0L)).getFirst();
        }

        double real(int number) {
            return (Double) fields.getOrDefault(number, List.of(0.0)).getFirst();
        }

        String text(int number) {
            return UTF_8.decode(
                            ((ByteBuffer) fields.getOrDefault(number, List.of()).getFirst()).duplicate())
                    .toString();
        }
    }
}
