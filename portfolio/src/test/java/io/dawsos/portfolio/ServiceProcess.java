package io.dawsos.portfolio;

import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.database.DatabaseAddress;
import io.dawsos.portfolio.security.Role;
import io.dawsos.portfolio.security.SigningKey;
import io.dawsos.portfolio.security.TokenIssuer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service in a process of its own, which can be stopped or killed; all that it prints is kept. */
public final class ServiceProcess implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration START_BOUND = Duration.ofSeconds(90);

    private final Path data;
    private final Process process;
    private final Queue<String> out = new ConcurrentLinkedQueue<>();
    private final Queue<String> err = new ConcurrentLinkedQueue<>();

    private ServiceProcess(Path data, DatabaseAddress database, Map<String, String> environment) {
        this.data = data;
        ProcessBuilder command = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PortfolioApplication.class.getName());
        command.environment()
                .putAll(Map.of(
                        "DAWSOS_DATA",
                        data.toString(),
                        "DAWSOS_PORT",
                        "0",
                        "DAWSOS_STRICT_LABELS",
                        "true",
                        "DATABASE_URL",
                        withCredentials(database)));
        command.environment().putAll(environment);
        try {
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keep(process.getInputStream(), out);
        keep(process.getErrorStream(), err);
    }

    private static String withCredentials(DatabaseAddress database) {
        return database.url()
                .replace("jdbc:postgresql://", "postgres://%s:%s@".formatted(database.user(), database.password()));
    }

    /** On the database and data folder of {@link Service#shared()}; returns when it serves. */
    public static ServiceProcess start(Map<String, String> environment) {
        Service shared = Service.shared();
        return launch(shared.settings().data(), shared.database().address(), environment)
                .awaitReady();
    }

    /** Returns at once. */
    public static ServiceProcess launch(Path data, DatabaseAddress database, Map<String, String> environment) {
        return new ServiceProcess(data, database, environment);
    }

    /** @throws IllegalStateException with all that it printed, when it ends instead */
    public ServiceProcess awaitReady() {
        await().atMost(START_BOUND).until(() -> !process.isAlive() || isReady());
        if (!isReady()) {
            throw new IllegalStateException("the service did not start: " + printed());
        }
        return this;
    }

    public boolean isReady() {
        return !ready().isEmpty();
    }

    public Client as(String user, Role role) {
        try {
            TokenIssuer tokens = new TokenIssuer(SigningKey.readOrCreate(data), Clock.systemUTC());
            String token = tokens.issue(user, role, Duration.ofHours(1));
            return new Client(path -> URI.create(ready() + path), token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Client asNobody() {
        return new Client(path -> URI.create(ready() + path), null);
    }

    /** What it printed so far, both streams. */
    public List<String> printed() {
        return Stream.concat(out.stream(), err.stream()).toList();
    }

    /** Its log lines so far that have this trace id. */
    public List<JsonNode> logLines(String traceId) {
        return out.stream()
                .map(JSON::readTree)
                .filter(line -> line.path("trace_id").asString("").equals(traceId))
                .toList();
    }

    /** Its log lines so far with this message. */
    public List<JsonNode> logLinesSaying(String message) {
        return out.stream()
                .filter(line -> line.contains(message))
                .map(JSON::readTree)
                .filter(line -> line.path("message").asString("").equals(message))
                .toList();
    }

    private String ready() {
        return out.stream()
                .filter(line -> line.contains("\"message\":\"ready\""))
                .map(line -> JSON.readTree(line).path("address").asString())
                .findFirst()
                .orElse("");
    }

    private static void keep(InputStream stream, Queue<String> lines) {
        Thread.ofVirtual().start(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        stop();
    }

    /** Asks it to stop and waits until it has. */
    public void stop() {
        process.destroy();
        var _ = process.onExit().join();
    }

    /**
     * {@code kill -9}.
     *
     * @return how the process ended
     */
    public int kill() {
        return process.destroyForcibly().onExit().join().exitValue();
    }
}
