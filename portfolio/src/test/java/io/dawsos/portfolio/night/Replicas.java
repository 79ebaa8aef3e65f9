package io.dawsos.portfolio.night;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.ServiceProcess;
import io.dawsos.portfolio.database.DatabaseAddress;
import io.dawsos.portfolio.security.Role;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Two processes of the service on one database; for one that is killed another is started. */
final class Replicas implements AutoCloseable {

    private static final int COUNT = 2;
    private static final int LINES = 60;

    private final Path data;
    private final DatabaseAddress database;
    private final Map<String, String> environment;
    private final List<ServiceProcess> running = new CopyOnWriteArrayList<>();

    Replicas(Path data, DatabaseAddress database, Map<String, String> environment) {
        this.data = data;
        this.database = database;
        this.environment = environment;
        for (int i = 0; i < COUNT; i++) {
            running.add(launch());
        }
    }

    private ServiceProcess launch() {
        return ServiceProcess.launch(data, database, environment);
    }

    void awaitReady() {
        running.forEach(ServiceProcess::awaitReady);
    }

    boolean areReady() {
        return running.stream().allMatch(ServiceProcess::isReady);
    }

    /** Of whichever process stands there when it calls. */
    Client as(int number, String user) {
        ServiceProcess replica = running.get(number);
        return (replica.isReady() ? replica : running.get(1 - number)).as(user, Role.USER);
    }

    /** Which one was the last to say that it began this step. */
    Optional<Integer> at(String step) {
        return IntStream.range(0, COUNT)
                .boxed()
                .filter(number -> lastStep(number)
                        .filter(line -> line.path("step").asString().equals(step))
                        .isPresent())
                .max(Comparator.comparing(number ->
                        lastStep(number).orElseThrow().path("timestamp").asString()));
    }

    private Optional<JsonNode> lastStep(int number) {
        return running.get(number).logLinesSaying("building a pricing pack").stream()
                .reduce((_, last) -> last);
    }

    /** {@code kill -9}, and the next one is on its way. */
    void kill(int number) {
        int ended = running.get(number).kill();
        if (ended != 128 + 9) {
            throw new IllegalStateException("it had ended by itself, with " + ended);
        }
        running.set(number, launch());
    }

    /** The last that each of them printed. */
    String story() {
        return running.stream()
                .map(ServiceProcess::printed)
                .map(lines -> String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size())))
                .collect(Collectors.joining("\n--- the other\n"));
    }

    @Override
    public void close() {
        running.forEach(ServiceProcess::close);
    }
}
