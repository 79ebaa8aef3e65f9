package io.dawsos.observatory.ingest.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.ingest.Messages;
import io.dawsos.observatory.ingest.RecordingSink;
import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xerial.snappy.Snappy;

class RemoteWriteReceiverTest {
    private static final Labels UP = Labels.of("__name__", "up", "job", "a");
    private static final String V2 = "application/x-protobuf;proto=io.prometheus.write.v2.Request";

    private final RecordingSink sink = new RecordingSink();
    private final RemoteWriteReceiver receiver = new RemoteWriteReceiver(sink, RemoteWriteLimits.DEFAULT);

    private RemoteWriteAnswer send(String contentType, byte[] message) throws IOException {
        return sendRaw(Map.of("Content-Type", contentType, "Content-Encoding", "snappy"), Snappy.compress(message));
    }

    private RemoteWriteAnswer sendRaw(Map<String, String> headers, byte[] body) {
        return receiver.receive(headers::get, new ByteArrayInputStream(body));
    }

    private static Messages sample(double value, long timestamp) {
        return new Messages().decimal(1, value).integer(2, timestamp);
    }

    private static Messages series() {
        return new Messages().label(1, "__name__", "up").label(1, "job", "a");
    }

    private static byte[] v1(Messages... series) {
        Messages request = new Messages();
        for (Messages one : series) {
            request.message(1, one);
        }
        return request.bytes();
    }

    @Test
    void v1_samplesExemplarsAndMetadata_areStored() throws IOException {
        byte[] message = new Messages()
                .message(
                        1,
                        series().message(2, sample(1, 1000))
                                .message(2, sample(0, 2000))
                                .message(
                                        3,
                                        new Messages()
                                                .label(1, "trace_id", "t")
                                                .decimal(2, 3)
                                                .integer(3, 1500)))
                .message(3, new Messages().integer(1, 2).text(2, "up").text(4, "Whether it is"))
                .bytes();

        RemoteWriteAnswer answer = send("application/x-protobuf", message);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers()).containsEntry("X-Prometheus-Remote-Write-Samples-Written", "2");
        assertThat(sink.samples(UP))
                .containsExactly(
                        new RecordingSink.Sample(1000, 1, null, 0), new RecordingSink.Sample(2000, 0, null, 0));
        assertThat(sink.exemplars(UP)).containsExactly(new Exemplar(Labels.of("trace_id", "t"), 3, 1500));
        assertThat(sink.metadata()).containsEntry("up", new MetricMetadata("gauge", "", "Whether it is"));
    }

    @Test
    void v2_everyKind_isStoredAndCounted() throws IOException {
        Messages histogram = new Messages()
                .integer(1, 5)
                .decimal(3, 7.5)
                .zigzag(4, 1)
                .integer(6, 2)
                .span(11, 0, 2)
                .deltas(12, 1, 1)
                .integer(14, 2)
                .integer(15, 3000)
                .integer(17, 500);
        byte[] message = new Messages()
                .message(
                        5,
                        new Messages()
                                .bytes(1, new byte[] {1, 2, 3, 4})
                                .message(2, sample(1, 1000).integer(3, 400))
                                .message(3, histogram)
                                .message(
                                        4,
                                        new Messages()
                                                .bytes(1, new byte[] {5, 6})
                                                .decimal(2, 3)
                                                .integer(3, 900))
                                .message(5, new Messages().integer(1, 1).integer(3, 7)))
                .text(4, "")
                .text(4, "__name__")
                .text(4, "up")
                .text(4, "job")
                .text(4, "a")
                .text(4, "trace_id")
                .text(4, "t")
                .text(4, "Whether it is")
                .bytes();

        RemoteWriteAnswer answer = send(V2, message);

        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(answer.headers())
                .containsEntry("X-Prometheus-Remote-Write-Samples-Written", "1")
                .containsEntry("X-Prometheus-Remote-Write-Histograms-Written", "1")
                .containsEntry("X-Prometheus-Remote-Write-Exemplars-Written", "1");
        NativeHistogram stored = new NativeHistogram(
                1,
                0,
                2,
                5,
                7.5,
                new Buckets(new int[] {0, 1}, new double[] {1, 2}),
                Buckets.NONE,
                List.of(),
                CounterReset.NOT_RESET);
        assertThat(sink.samples(UP))
                .containsExactly(
                        new RecordingSink.Sample(1000, 1, null, 400),
                        new RecordingSink.Sample(3000, Double.NaN, stored, 500));
        assertThat(sink.exemplars(UP)).hasSize(1);
        assertThat(sink.metadata()).containsEntry("up", new MetricMetadata("counter", "", "Whether it is"));
    }

    @Test
    void message_partlyRefused_storesTheRestAndSaysWhy() throws IOException {
        send("application/x-protobuf", v1(series().message(2, sample(1, 5000))));
        Messages nameless = new Messages().label(1, "job", "a").message(2, sample(1, 1));
        Messages twice = series().label(1, "job", "b").message(2, sample(1, 1)).message(2, sample(1, 2));

        RemoteWriteAnswer answer = send(
                "application/x-protobuf;proto=prometheus.WriteRequest",
                v1(series().message(2, sample(9, 4000)).message(2, sample(2, 6000)), nameless, twice));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .startsWith("4 samples are not stored: ")
                .contains("out_of_order")
                .contains("has no __name__")
                .contains("the label \"job\" comes twice in the series");
        assertThat(answer.headers()).containsEntry("X-Prometheus-Remote-Write-Samples-Written", "1");
        assertThat(sink.samples(UP)).hasSize(2);
    }

    @Test
    void request_ofAnotherKind_isAnswered415() {
        assertThat(sendRaw(Map.of("Content-Type", "text/plain"), new byte[0]))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(415))
                .satisfies(answer -> assertThat(answer.text()).contains("got \"text/plain\""));
        assertThat(sendRaw(Map.of("Content-Type", "application/x-protobuf;proto=other.Message"), new byte[0])
                        .status())
                .isEqualTo(415);
        assertThat(sendRaw(Map.of("Content-Encoding", "zstd"), new byte[0]).status())
                .isEqualTo(415);
    }

    @Test
    void body_malformed_isAnswered400AndNothingIsStored() throws IOException {
        assertThat(sendRaw(Map.of(), new byte[] {(byte) 200, 1, 1, 1}).status()).isEqualTo(400);
        byte[] whole = v1(series().message(2, sample(1, 1000)), series().message(2, sample(1, 2000)));
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 3);
        RemoteWriteAnswer answer = send("application/x-protobuf", cut);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("malformed: byte ").contains("a length of");
        assertThat(sink.samples()).isZero();
    }

    @Test
    void body_tooLarge_isAnswered413BeforeItIsUnpacked() throws IOException {
        RemoteWriteReceiver narrow = new RemoteWriteReceiver(sink, new RemoteWriteLimits(100, 1000, 1));
        byte[] bomb = Snappy.compress(new byte[2000]);
        assertThat(narrow.receive(name -> null, new ByteArrayInputStream(bomb)))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(413))
                .satisfies(answer -> assertThat(answer.text()).contains("1000 bytes at most, got 2000"));
        assertThat(narrow.receive(name -> null, new ByteArrayInputStream(new byte[101]))
                        .status())
                .isEqualTo(413);
        byte[] lie = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 0};
        assertThat(narrow.receive(name -> null, new ByteArrayInputStream(lie)).status())
                .isEqualTo(413);
    }

    @Test
    void message_ofTooManySamples_isAnswered413AndNothingIsStored() throws IOException {
        RemoteWriteReceiver narrow = new RemoteWriteReceiver(sink, new RemoteWriteLimits(1000, 1000, 2));
        byte[] body = Snappy.compress(
                v1(series().message(2, sample(1, 1)).message(2, sample(1, 2)), series().message(2, sample(1, 3))));
        assertThat(narrow.receive(name -> null, new ByteArrayInputStream(body)).status())
                .isEqualTo(413);
        assertThat(sink.samples()).isZero();
    }

    @Test
    void store_broken_isAnswered500() throws IOException {
        sink.breaks();
        assertThat(send("application/x-protobuf", v1(series().message(2, sample(1, 1000))))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void v2_symbolBeyondTable_isAnswered400() throws IOException {
        byte[] message = new Messages()
                .text(4, "")
                .message(5, new Messages().bytes(1, new byte[] {1, 2}))
                .bytes();
        assertThat(send(V2, message))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.text()).contains("no symbol has the number 1; there are 1"));
    }
}
