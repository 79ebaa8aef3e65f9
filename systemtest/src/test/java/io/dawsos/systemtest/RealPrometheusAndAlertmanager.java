package io.dawsos.systemtest;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Debian's packages of the two. */
final class RealPrometheusAndAlertmanager implements AlertingStack {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Program alertmanager;
    private final Prometheus prometheus;

    private RealPrometheusAndAlertmanager(Program alertmanager, Prometheus prometheus) {
        this.alertmanager = alertmanager;
        this.prometheus = prometheus;
    }

    static AlertingStack start(Path folder, Pace pace, Surroundings around) throws IOException {
        Programs.need("prometheus", "prometheus");
        Programs.need("prometheus-alertmanager", "prometheus-alertmanager");
        int port = Ports.free();
        String alertmanager = "127.0.0.1:" + Ports.free();
        AlertingFiles files = AlertingFiles.write(
                folder,
                pace,
                new AlertingFiles.Addresses(
                        around.service(),
                        "127.0.0.1:" + port,
                        alertmanager,
                        around.pagerDuty().address(),
                        around.slack().address()));
        Program program = startAlertmanager(folder, files.alertmanager(), alertmanager);
        try {
            return new RealPrometheusAndAlertmanager(program, Prometheus.start(folder, files.prometheus(), port));
        } catch (IOException | RuntimeException | Error e) {
            program.close();
            throw e;
        }
    }

    /** Alone: without a cluster of several it opens no other port. */
    private static Program startAlertmanager(Path folder, Path configuration, String address) throws IOException {
        Program program = Program.start(
                folder,
                Map.of(),
                "prometheus-alertmanager",
                "--config.file=" + configuration,
                "--storage.path=" + Files.createDirectory(folder.resolve("alertmanager")),
                "--cluster.listen-address=",
                "--web.listen-address=" + address);
        await("Alertmanager")
                .atMost(START_LIMIT)
                .ignoreExceptions()
                .until(() -> Http.get("http://" + address + "/-/ready").statusCode() == 200);
        return program;
    }

    @Override
    public PromApi api() {
        return prometheus.api();
    }

    @Override
    public void close() throws IOException {
        try {
            prometheus.close();
        } finally {
            alertmanager.close();
        }
    }
}
