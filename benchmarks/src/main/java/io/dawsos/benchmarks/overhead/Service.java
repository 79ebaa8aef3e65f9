package io.dawsos.benchmarks.overhead;

import io.dawsos.benchmarks.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A portfolio service in a process of its own, with a database of its own, on a free port. */
final class Service implements AutoCloseable {

    /** The same for every variant. */
    private static final List<String> JVM =
            List.of("-Xms1g", "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path app;
    private final Path folder;
    private final int port;
    private final Process process;

    /** @param folder for the database, the key and the logs */
    Service(Path app, Path folder, List<String> jvm, Map<String, String> environment) throws IOException {
        this.app = app;
        this.folder = Files.createDirectories(folder);
        this.port = Ports.free();
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(JVM);
        command.addAll(jvm);
        command.addAll(List.of("-jar", app.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("service.log").toFile())
                .redirectError(folder.resolve("service.err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_") || name.startsWith("DAWSOS_"));
        builder.environment().putAll(environment);
        builder.environment().put("DAWSOS_DATA", folder.toString());
        builder.environment().put("DAWSOS_PORT", Integer.toString(port));
        this.process = builder.start();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("the service did not get ready in " + START_LIMIT + "; see " + folder);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** A token that may see every portfolio. */
    String token() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        java(),
                        "-cp",
                        app.toString(),
                        "io.dawsos.portfolio.security.TokenCommand",
                        "--user",
                        "bench",
                        "--role",
                        "MANAGER")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DAWSOS_DATA", folder.toString());
        Process command = builder.start();
        String token = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (command.waitFor() != 0) {
            throw new IOException("no token: the command ended with " + command.exitValue());
        }
        return token;
    }

    /** What a scraper does now and then. */
    int scrape() {
        try {
            return get("/metrics");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot scrape " + address(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** CPU time that the process has used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the service did not stop in 60 s; see " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/health/ready") == 200;
        } catch (IOException e) {
            return false; // it does not listen yet
        }
    }

    private int get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
