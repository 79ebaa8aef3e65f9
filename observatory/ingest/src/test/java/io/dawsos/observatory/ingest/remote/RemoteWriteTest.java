package io.dawsos.observatory.ingest.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dawsos.observatory.model.Labels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Prometheus as sender. */
class RemoteWriteTest {
    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");

    @TempDir
    private Path temporary;

    @Test
    void prometheus_scrapingItself_isReceivedWithMetadata() throws Exception {
        assumeTrue(Files.isExecutable(PROMETHEUS), "no prometheus is installed");
        int port = freePort();
        try (ReceivingServer server = new ReceivingServer()) {
            Process prometheus = start(server, port);
            try {
                Labels up =
                        Labels.of("__name__", "up", "instance", "127.0.0.1:" + port, "job", "self", "region", "test");
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(server.sink.samples(up)).hasSizeGreaterThan(1));
                assertThat(server.sink.samples(up)).allMatch(sample -> sample.value() == 1);
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(server.sink.metadata()).containsKey("prometheus_build_info"));
                assertThat(server.answers).containsOnly(204);
                assertThat(server.sink.series()).hasSizeGreaterThan(300);
            } finally {
                prometheus.destroyForcibly();
            }
        }
    }

    private Process start(ReceivingServer server, int port) throws IOException {
        Path config = Files.writeString(temporary.resolve("prometheus.yml"), """
                global:
                  scrape_interval: 1s
                  external_labels: {region: test}
                scrape_configs:
                  - job_name: self
                    static_configs: [{targets: ["127.0.0.1:%d"]}]
                remote_write:
                  - url: %s
                    queue_config: {batch_send_deadline: 500ms}
                    metadata_config: {send_interval: 1s}
                """.formatted(port, server.url()));
        return new ProcessBuilder(
                        PROMETHEUS.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + temporary.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("prometheus.log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
