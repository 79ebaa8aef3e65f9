package io.dawsos.systemtest;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real program, with the configuration of {@code deploy/}, on other ports and faster. */
final class Prometheus implements AutoCloseable {

    private final Program program;
    private final String address;

    /** @param value of a vector's element; NaN where Prometheus says so */
    record Sample(JsonNode labels, double value) {}

    private Prometheus(Program program, String address) {
        this.program = program;
        this.address = address;
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
        Path file = Files.writeString(folder.resolve("prometheus.yml"), configuration);
        Program program = Program.start(
                folder,
                Map.of(),
                "prometheus",
                "--config.file=" + file,
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port);
        program.awaitOutput("Server is ready to receive web requests", Duration.ofSeconds(30));
        return new Prometheus(program, "http://127.0.0.1:" + port);
    }

    private static void fasterRules(Path folder) throws IOException {
        for (Path rules : PromQuery.files("deploy/prometheus/rules", ".yml")) {
            String faster = Files.readString(rules).replace("interval: 30s", "interval: 1s");
            Files.writeString(folder.resolve(rules.getFileName().toString()), faster);
        }
    }

    List<Sample> query(String expression) throws IOException, InterruptedException {
        String body = Http.get(address + "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .body();
        JsonNode answer = JsonMapper.shared().readTree(body);
        if (!answer.path("status").asString().equals("success")) {
            throw new AssertionError(expression + ": " + body);
        }
        return StreamSupport.stream(answer.path("data").path("result").spliterator(), false)
                .map(element -> new Sample(
                        element.path("metric"),
                        Double.parseDouble(element.path("value").path(1).asString())))
                .toList();
    }

    /** The one sample of a query, once there is one with a number. */
    double awaitNumber(String expression) {
        return await(expression)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> query(expression),
                        samples -> samples.size() == 1
                                && !Double.isNaN(samples.getFirst().value()))
                .getFirst()
                .value();
    }

    @Override
    public void close() throws IOException {
        program.close();
    }
}
