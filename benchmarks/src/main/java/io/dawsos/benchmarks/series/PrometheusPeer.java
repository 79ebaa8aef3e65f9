package io.dawsos.benchmarks.series;

import io.dawsos.benchmarks.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real Prometheus, which takes samples by remote write and answers queries, saying how long it evaluated. */
final class PrometheusPeer implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern EVALUATION = Pattern.compile("\"evalTotalTime\":([0-9.e+-]+)");
    private static final Duration READY_WITHIN = Duration.ofMinutes(10);

    private final Path folder;
    private final int port;
    private Process process;
    private Duration started = Duration.ZERO;

    PrometheusPeer(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.port = Ports.free();
        Files.writeString(folder.resolve("prometheus.yml"), "global:\n  scrape_interval: 15s\n");
        this.process = launch();
    }

    private Process launch() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process launched = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--storage.tsdb.retention.time=10y",
                        "--web.enable-remote-write-receiver",
                        "--web.enable-admin-api",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        long end = begin + READY_WITHIN.toNanos();
        while (!isReady()) {
            if (!launched.isAlive() || System.nanoTime() > end) {
                throw new IOException("Prometheus did not get ready; see " + folder.resolve("prometheus.log"));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        started = Duration.ofNanos(System.nanoTime() - begin);
        return launched;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (IOException e) {
            return false; // it does not listen yet
        }
    }

    /** How long the last start took until it was ready: what it had written was replayed by then. */
    Duration started() {
        return started;
    }

    void write(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/write"))
                .header("Content-Encoding", "snappy")
                .header("Content-Type", "application/x-protobuf")
                .header("X-Prometheus-Remote-Write-Version", "0.1.0")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("remote write: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Milliseconds that it evaluated, by its own word, without parsing the request or writing the answer. */
    double evaluate(QuerySuite.Query query, long from, long to, long step) throws IOException, InterruptedException {
        String text = "&stats=all&query=" + URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
        String answer = query.range()
                ? body("/api/v1/query_range?start=%.3f&end=%.3f&step=%d%s"
                        .formatted(from / 1e3, to / 1e3, step / 1000, text))
                : body("/api/v1/query?time=%.3f%s".formatted(to / 1e3, text));
        Matcher time = EVALUATION.matcher(answer);
        if (!time.find()) {
            throw new IOException(query.text() + ": no evaluation time in the answer");
        }
        return Double.parseDouble(time.group(1)) * 1000;
    }

    /** A metric of its own, without labels. */
    double metric(String name) throws IOException, InterruptedException {
        return body("/metrics")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IOException("Prometheus has no metric " + name));
    }

    /** Bytes of all that it holds, written out as blocks. */
    long snapshotBytes() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/admin/tsdb/snapshot"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("snapshot: " + answer.statusCode() + " " + answer.body());
        }
        try (Stream<Path> files = Files.walk(folder.resolve("data/snapshots"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it in the way that leaves the most to replay, and starts it again. */
    void restart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch();
    }

    private String body(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
