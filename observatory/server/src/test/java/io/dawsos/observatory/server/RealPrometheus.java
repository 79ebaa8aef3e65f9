package io.dawsos.observatory.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The installed Prometheus with a configuration and a data folder. */
public final class RealPrometheus implements AutoCloseable {
    private final Process process;
    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    private RealPrometheus(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    public static boolean isInstalled() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "prometheus"))
                        && Files.isExecutable(Path.of(folder, "promtool")));
    }

    /** @param data the folder of its blocks */
    public static RealPrometheus start(Path folder, Path data, String configuration) throws IOException {
        Path file = Files.writeString(folder.resolve("real-prometheus.yml"), configuration);
        int port = freePort();
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + data,
                        "--storage.tsdb.retention.time=100y",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("real-prometheus.log").toFile())
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

    /** Runs a command, and gives what it prints. */
    public static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + printed);
        }
        return printed;
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

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    public String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        await("Prometheus has ended").atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
        http.close();
    }
}
