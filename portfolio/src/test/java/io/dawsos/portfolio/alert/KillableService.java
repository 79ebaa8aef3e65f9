package io.dawsos.portfolio.alert;

import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.PortfolioApplication;
import io.dawsos.portfolio.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The service in a process of its own, on a given database, which can be killed. */
final class KillableService implements AutoCloseable {

    private final Process process;

    private KillableService(Process process) {
        this.process = process;
    }

    /** Starts it and returns when it serves. */
    static KillableService start(DatabaseAddress database, Path data) throws IOException {
        Path log = Files.createTempFile(data, "service", ".log");
        ProcessBuilder command = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PortfolioApplication.class.getName());
        command.environment()
                .putAll(Map.of(
                        "DAWSOS_DATA",
                        data.toString(),
                        "DAWSOS_PORT",
                        "0",
                        "DAWSOS_DEMO",
                        "false",
                        "DAWSOS_STRICT_LABELS",
                        "true",
                        "DAWSOS_WEBHOOK_KEY",
                        World.WEBHOOK_KEY,
                        "DATABASE_URL",
                        url(database)));
        Process process = command.redirectOutput(log.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> !process.isAlive() || Files.readString(log).contains("\"message\":\"ready\""));
        if (!process.isAlive()) {
            throw new IllegalStateException("the service did not start: " + Files.readString(log));
        }
        return new KillableService(process);
    }

    private static String url(DatabaseAddress database) {
        String credentials = "postgres://%s:%s@".formatted(database.user(), database.password());
        return database.url().replace("jdbc:postgresql://", credentials);
    }

    /**
     * {@code kill -9}.
     *
     * @return how the process ended
     */
    int kill() {
        return process.destroyForcibly().onExit().join().exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        var _ = process.onExit().join();
    }
}
