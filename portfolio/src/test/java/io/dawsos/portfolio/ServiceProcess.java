package io.dawsos.portfolio;

import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.database.DatabaseAddress;
import io.dawsos.portfolio.security.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service in a process of its own, on the database of {@link Service#shared()}; all that it prints is kept. */
public final class ServiceProcess implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Queue<String> out = new ConcurrentLinkedQueue<>();
    private final Queue<String> err = new ConcurrentLinkedQueue<>();
    private final String address;

    public ServiceProcess(Map<String, String> environment) {
        DatabaseAddress database = Service.shared().database().address();
        ProcessBuilder command = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PortfolioApplication.class.getName());
        command.environment()
                .putAll(Map.of(
                        "DAWSOS_DATA",
                        Service.shared().settings().data().toString(),
                        "DAWSOS_PORT",
                        "0",
                        "DAWSOS_STRICT_LABELS",
                        "true",
                        "DATABASE_URL",
                        database.url()
                                .replace(
                                        "jdbc:postgresql://",
                                        "postgres://%s:%s@".formatted(database.user(), database.password()))));
        command.environment().putAll(environment);
        try {
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keep(process.getInputStream(), out);
        keep(process.getErrorStream(), err);
        address = readyAddress();
    }

    public Client as(String user, Role role) {
        String token = Service.shared().tokens().issue(user, role, Duration.ofHours(1));
        return new Client(path -> URI.create(address + path), token);
    }

    public Client asNobody() {
        return new Client(path -> URI.create(address + path), null);
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

    private String readyAddress() {
        await().atMost(Duration.ofSeconds(90)).until(() -> !process.isAlive() || !ready().isEmpty());
        if (ready().isEmpty()) {
            throw new IllegalStateException("the service did not start: " + printed());
        }
        return ready();
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
}
