package io.dawsos.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The real program, with the configuration of {@code deploy/}, on other ports and faster. */
final class Prometheus implements AutoCloseable {

    private final Program program;
    private final PromApi api;

    private Prometheus(Program program, PromApi api) {
        this.program = program;
        this.api = api;
    }

    /** Returns when it can answer queries. */
    static Prometheus start(Path folder, int servicePort) throws IOException {
        int port = Ports.free();
        fasterRules(Files.createDirectories(folder.resolve("rules")));
        String configuration = Files.readString(Repository.file("deploy/prometheus/prometheus.yml"))
                .replace("127.0.0.1:8080", "127.0.0.1:" + servicePort)
                .replace("127.0.0.1:9090", "127.0.0.1:" + port)
                .replace("127.0.0.1:9093", "127.0.0.1:" + Ports.free())
                .replace(": 5s", ": 1s")
                .replace(": 4s", ": 1s");
        return start(folder, Files.writeString(folder.resolve("prometheus.yml"), configuration), port);
    }

    /** With that configuration. Returns when it can answer queries. */
    static Prometheus start(Path folder, Path configuration, int port) throws IOException {
        Program program = Program.start(
                folder,
                Map.of(),
                "prometheus",
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port);
        program.awaitOutput("Server is ready to receive web requests", Duration.ofSeconds(30));
        return new Prometheus(program, new PromApi("http://127.0.0.1:" + port));
    }

    private static void fasterRules(Path folder) throws IOException {
        for (Path rules : PromQuery.files("deploy/prometheus/rules", ".yml")) {
            String faster = Files.readString(rules).replace("interval: 30s", "interval: 1s");
            Files.writeString(folder.resolve(rules.getFileName().toString()), faster);
        }
    }

    PromApi api() {
        return api;
    }

    List<PromApi.Sample> query(String expression) throws IOException, InterruptedException {
        return api.query(expression);
    }

    double awaitNumber(String expression) {
        return api.awaitNumber(expression);
    }

    @Override
    public void close() throws IOException {
        program.close();
    }
}
