package io.dawsos.observatory.promql.eval;

import static org.awaitility.Awaitility.await;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Samples;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The installed Prometheus over a source's samples, which promtool makes blocks of. */
final class RealPrometheus implements AutoCloseable {
    private final Process process;
    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    private RealPrometheus(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** A range query's answer: an error, or values by labels and time. */
    record Answer(String error, Map<Labels, Map<Long, Double>> series) {}

    static boolean isInstalled() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "prometheus"))
                        && Files.isExecutable(Path.of(folder, "promtool")));
    }

    static RealPrometheus start(Path folder, MemorySource source) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Path text = folder.resolve("samples.txt");
        write(source, text);
        run(folder, "promtool", "tsdb", "create-blocks-from", "openmetrics", text.toString(), data.toString());
        Path configuration = Files.writeString(folder.resolve("prometheus.yml"), "global: {}\n");
        int port = freePort();
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + data,
                        "--storage.tsdb.retention.time=100y",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        RealPrometheus prometheus = new RealPrometheus(process, "http://127.0.0.1:" + port);
        await("Prometheus is ready").atMost(Duration.ofSeconds(60)).until(prometheus::isReady);
        return prometheus;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Path log = folder.resolve(command[0] + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + Files.readString(log));
        }
    }

    /** OpenMetrics, a family after the other, as it must be. */
    private static void write(MemorySource source, Path file) throws IOException {
        Map<String, List<MemorySource.MemorySeries>> families = source.series().stream()
                .collect(Collectors.groupingBy(s -> s.labels().metricName(), TreeMap::new, Collectors.toList()));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            families.forEach((name, series) -> {
                try {
                    out.write("# TYPE " + name + " unknown\n");
                    for (MemorySource.MemorySeries s : series) {
                        write(s, out);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            out.write("# EOF\n");
        }
    }

    private static void write(MemorySource.MemorySeries series, BufferedWriter out) throws IOException {
        StringJoiner labels = new StringJoiner(",", series.labels().metricName() + "{", "}");
        series.labels().withoutMetricName().forEach((name, value) -> labels.add(name + "=\"" + value + "\""));
        Samples samples = series.samples();
        for (int i = 0; i < samples.size(); i++) {
            long time = samples.timestamp(i);
            out.write(labels + " " + GoText.plain(samples.value(i)) + " " + time / 1000
                    + String.format(".%03d%n", time % 1000));
        }
    }

    private boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("Prometheus ended with " + process.exitValue());
        }
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    Answer query(String query, Steps steps) throws IOException, InterruptedException {
        String path = "/api/v1/query_range?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&start="
                + steps.start() / 1000.0 + "&end=" + steps.end() / 1000.0 + "&step=" + steps.interval() / 1000.0;
        JsonNode answer = JsonMapper.shared().readTree(get(path).body());
        if (!answer.path("status").asString().equals("success")) {
            return new Answer(answer.path("error").asString(), Map.of());
        }
        Map<Labels, Map<Long, Double>> series = new TreeMap<>();
        for (JsonNode one : answer.path("data").path("result")) {
            Map<String, String> labels = new TreeMap<>();
            one.path("metric")
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().asString()));
            Map<Long, Double> values = new TreeMap<>();
            for (JsonNode value : one.path("values")) {
                values.put(
                        Math.round(value.path(0).asDouble() * 1000),
                        number(value.path(1).asString()));
            }
            series.put(Labels.of(labels), values);
        }
        return new Answer("", series);
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    @Override
    public void close() {
        process.destroy();
        await("Prometheus has ended").atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    }
}
