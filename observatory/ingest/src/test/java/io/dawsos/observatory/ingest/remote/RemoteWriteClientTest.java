package io.dawsos.observatory.ingest.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.ingest.RecordingSink;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemoteWriteClientTest {
    private static final Labels SERIES = Labels.of("__name__", "hits_total", "job", "a");
    private static final long NOW = 1_700_000_000_000L;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(NOW));

    @TempDir
    private Path folder;

    private ReceivingServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ReceivingServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RemoteWriteConfig config(String more) {
        String text = "- url: " + server.url() + "\n  queue_config: {batch_send_deadline: 20ms, min_backoff: 1ms,"
                + " max_backoff: 20ms, max_samples_per_send: 10}\n" + more;
        return RemoteWriteConfig.readAll(
                        ConfigFile.parse("prometheus.yml", text).list())
                .getFirst();
    }

    private RemoteWriteClient open(String more) throws IOException {
        return RemoteWriteClient.open(
                config(more), Labels.of("region", "eu"), folder.resolve("queue"), QueueLimits.DEFAULT, CLOCK);
    }

    private static void append(RemoteWriteClient client, Labels series, int from, int to) throws IOException {
        Appender appender = client.appender();
        for (int i = from; i < to; i++) {
            appender.append(series, NOW + i, i);
        }
        appender.commit();
    }

    private static void awaitThat(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }

    private static Labels sent(Labels series) {
        return series.with("region", "eu");
    }

    @ParameterizedTest
    @EnumSource
    void client_everyKind_arrivesAsAppended(RemoteWriteMessage message) throws Exception {
        NativeHistogram histogram = new NativeHistogram(
                2,
                0.5,
                1,
                7,
                9.5,
                new Buckets(new int[] {-3, -2, 5}, new double[] {1, 2, 3}),
                Buckets.NONE,
                List.of(),
                CounterReset.NOT_RESET);
        NativeHistogram custom = new NativeHistogram(
                NativeHistogram.CUSTOM_SCHEMA,
                0,
                0,
                2,
                3,
                new Buckets(new int[] {0, 2}, new double[] {1, 1}),
                Buckets.NONE,
                List.of(1.0, 2.5),
                CounterReset.UNKNOWN);
        Labels wait = Labels.of("__name__", "wait_seconds");
        Labels bounded = Labels.of("__name__", "bounded_seconds");
        Exemplar exemplar = new Exemplar(Labels.of("trace_id", "t"), 4, NOW);
        try (RemoteWriteClient client = open("  send_exemplars: true\n  send_native_histograms: true\n"
                + "  protobuf_message: " + message.protobufName())) {
            client.appender()
                    .metadata("hits_total", new MetricMetadata("counter", "", "What came"))
                    .append(SERIES, NOW, 5)
                    .startedAt(NOW - 1000)
                    .exemplar(SERIES, exemplar)
                    .append(wait, NOW, histogram)
                    .append(bounded, NOW, custom)
                    .commit();

            awaitThat(() -> assertThat(server.sink.series()).hasSize(3));
            assertThat(server.sink.samples(sent(SERIES)))
                    .containsExactly(new RecordingSink.Sample(NOW, 5, null, NOW - 1000));
            assertThat(server.sink.samples(sent(wait)).getFirst().histogram()).isEqualTo(histogram);
            assertThat(server.sink.samples(sent(bounded)).getFirst().histogram())
                    .isEqualTo(custom);
            assertThat(server.sink.exemplars(sent(SERIES))).containsExactly(exemplar);
            awaitThat(() -> assertThat(server.sink.metadata())
                    .containsEntry("hits_total", new MetricMetadata("counter", "", "What came")));
            awaitThat(() -> assertThat(client.status().sentSamples()).isEqualTo(4));
            assertThat(client.status().pendingSamples()).isZero();
        }
    }

    @Test
    void client_manySeries_arriveWholeAndInOrder() throws Exception {
        try (RemoteWriteClient client = open("")) {
            for (int batch = 0; batch < 20; batch++) {
                for (int series = 0; series < 7; series++) {
                    append(client, SERIES.with("n", "" + series), batch * 25, batch * 25 + 25);
                }
            }
            awaitThat(() -> assertThat(server.sink.samples()).isEqualTo(20 * 7 * 25));
            assertThat(server.answers).containsOnly(204);
        }
    }

    @Test
    void receiver_failsForAWhile_isAskedAgainUntilItTakes() throws Exception {
        server.failWith(503);
        try (RemoteWriteClient client = open("")) {
            append(client, SERIES, 0, 5);
            awaitThat(() -> assertThat(client.status().retries()).isGreaterThan(2));
            server.failWith(0);
            awaitThat(() -> assertThat(server.sink.samples(sent(SERIES))).hasSize(5));
            assertThat(client.status().droppedSamples().values()).containsOnly(0L);
        }
    }

    @Test
    void receiver_refuses_dropsAndCounts() throws Exception {
        server.failWith(400);
        try (RemoteWriteClient client = open("")) {
            append(client, SERIES, 0, 5);
            awaitThat(() -> assertThat(client.status().droppedSamples()).containsEntry(RemoteWriteDrop.REFUSED, 5L));
            server.failWith(429);
            append(client, SERIES, 5, 7);
            awaitThat(() -> assertThat(client.status().droppedSamples()).containsEntry(RemoteWriteDrop.REFUSED, 7L));
        }
    }

    @Test
    void client_reopened_sendsWhatWasNotTaken() throws Exception {
        server.failWith(500);
        try (RemoteWriteClient client = open("")) {
            append(client, SERIES, 0, 30);
            awaitThat(() -> assertThat(client.status().retries()).isPositive());
        }
        server.failWith(0);
        try (RemoteWriteClient client = open("")) {
            awaitThat(() -> assertThat(server.sink.samples(sent(SERIES))).hasSize(30));
            append(client, SERIES, 30, 31);
            awaitThat(() -> assertThat(server.sink.samples(sent(SERIES))).hasSize(31));
        }
    }

    @Test
    void relabelling_dropsAndRenames() throws Exception {
        try (RemoteWriteClient client = open("""
                  write_relabel_configs:
                    - {source_labels: [job], regex: b, action: drop}
                    - {target_label: team, replacement: core}
                """)) {
            append(client, SERIES.with("job", "b"), 0, 1);
            append(client, SERIES, 0, 1);
            awaitThat(() -> assertThat(server.sink.series().keySet())
                    .containsExactly(sent(SERIES).with("team", "core")));
        }
    }

    @Test
    void samples_olderThanTheLimit_areDropped() throws Exception {
        String text =
                "- url: " + server.url() + "\n  queue_config: {batch_send_deadline: 20ms, sample_age_limit: 1h}\n";
        RemoteWriteConfig config = RemoteWriteConfig.readAll(
                        ConfigFile.parse("prometheus.yml", text).list())
                .getFirst();
        try (RemoteWriteClient client =
                RemoteWriteClient.open(config, Labels.EMPTY, folder, QueueLimits.DEFAULT, CLOCK)) {
            client.appender()
                    .append(SERIES, NOW - 3_600_001, 1)
                    .append(SERIES, NOW, 2)
                    .commit();
            awaitThat(() -> assertThat(server.sink.samples(SERIES)).hasSize(1));
            assertThat(client.status().droppedSamples()).containsEntry(RemoteWriteDrop.TOO_OLD, 1L);
        }
    }

    @Test
    void tee_storeDecides_andBothGetIt() throws Exception {
        RecordingSink store = new RecordingSink();
        try (RemoteWriteClient client = open("")) {
            TeeSink tee = new TeeSink(store, client);
            assertThat(tee.appender().append(SERIES, NOW, 1).commit().appended())
                    .isEqualTo(1);
            assertThat(store.samples(SERIES)).hasSize(1);
            awaitThat(() -> assertThat(server.sink.samples(sent(SERIES))).hasSize(1));
        }
        assertThat(tee(store).appender().append(SERIES, NOW + 1, 1).commit().refused())
                .isEqualTo(Map.of());
        assertThat(store.samples(SERIES)).hasSize(2);
    }

    private TeeSink tee(RecordingSink store) throws IOException {
        RemoteWriteClient closed = open("");
        closed.close();
        return new TeeSink(store, closed);
    }
}
